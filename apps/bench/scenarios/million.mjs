/** A text of a million edits by two hundred people. */
import * as Y from 'yjs';
import { beginParagraph, charactersIn, paragraphsIn, textIn } from '../load/flat-text.mjs';
import { Typist } from '../load/typist.mjs';
import { cpuOf } from '../machine.mjs';
import { quantile } from '../numbers.mjs';
import { target } from '../targets/index.mjs';

const pause = (seconds) => new Promise((over) => setTimeout(over, seconds * 1000));

export async function measureMillion(name, { edits = 1_000_000, people = 200 } = {}) {
  const module = await target(name);
  let server = await module.start();
  try {
    const document = await module.newDocument(server);
    const common = new Y.Doc();
    let update = null;
    let sizes = null;
    common.on('update', (each) => (update = each));
    const perUpdate = 250;
    const perPerson = edits / people;
    // One after the other, each from what the one before has left: the history is interwoven as a real one.
    for (let person = 0; person < people; person++) {
      const line = await module.connect({
        ...server,
        document,
        writes: true,
        onUpdate: (received) => person === 0 && Y.applyUpdate(common, received),
      });
      common.clientID = line.clientId ?? Math.floor(Math.random() * 2 ** 32);
      for (let written = 0; written < perPerson; written += perUpdate) {
        sizes ??= paragraphsIn(common).map(({ from, to }) => to - from);
        common.transact(() => editSome(common, sizes, perUpdate));
        await new Promise((saved, failed) => {
          line.send(update, (code) => (code ? failed(new Error(code)) : saved()));
          if (!line.clientId) setTimeout(saved, 1);
        });
      }
      line.close();
    }
    await pause(4);
    const { length } = charactersIn(common);
    await server.kill();
    server = await module.start({ again: server });
    await pause(1.5);
    const opens = [];
    for (let i = 0; i < 5; i++) {
      const begun = performance.now();
      const doc = new Y.Doc();
      const client = await module.connect({
        ...server,
        document,
        writes: false,
        onUpdate: (update) => Y.applyUpdate(doc, update),
      });
      opens.push(performance.now() - begun);
      if (charactersIn(doc).length !== length) throw new Error('the text is not whole');
      client.close();
    }
    const writer = await module.connect({ ...server, document, writes: true, onUpdate: () => undefined });
    const typist = new Typist(writer.clientId);
    const keystrokes = 200;
    for (let i = 0; i < 50; i++) await new Promise((saved) => writer.send(typist.type(0), saved));
    const before = cpuOf(server.pid);
    for (let i = 0; i < keystrokes; i++) {
      await new Promise((saved) => writer.send(typist.type(0), saved));
      await pause(0.02);
    }
    const perKeystroke = ((cpuOf(server.pid) - before) / keystrokes) * 1000;
    writer.close();
    return { edits, cold: opens[0], open: quantile(opens, 0.5), perKeystroke };
  } finally {
    await server.stop();
  }
}

let seed = 7;
const random = (below) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * below);
};

/** Writes somewhere in one of sixty paragraphs, going back now and then. `sizes` are their characters, kept by hand. */
function editSome(doc, sizes, edits) {
  const text = textIn(doc);
  if (sizes.length < 60) {
    beginParagraph(doc, 'begun ');
    sizes.push('begun '.length);
  }
  const index = random(sizes.length);
  // A mark stands before each, an end behind.
  const from = sizes.slice(0, index).reduce((sum, size) => sum + size + 2, 1);
  let place = from + random(sizes[index] + 1);
  for (let i = 0; i < edits; i++) {
    if (random(10) < 3 && place > from) {
      text.delete(--place, 1);
      sizes[index]--;
    } else {
      text.insert(place++, 'etaoin shrdlu '[random(14)]);
      sizes[index]++;
    }
  }
}
