/** Opening a text with a long history: cold, warm, and fifty at once. */
import * as Y from 'yjs';
import { cpuOf } from '../machine.mjs';
import { quantile } from '../numbers.mjs';
import { charactersIn } from '../load/flat-text.mjs';
import { longHistory } from '../trace.mjs';
import { target } from '../targets/index.mjs';

const pause = (seconds) => new Promise((over) => setTimeout(over, seconds * 1000));

/** Milliseconds until the bytes are here, and until the whole text is. */
async function openOnce(module, server, document, length, { apply = true } = {}) {
  const begun = performance.now();
  const doc = new Y.Doc();
  let bytes = 0;
  let received = null;
  let opened = null;
  const whole = new Promise((ready) => {
    opened = (update) => {
      bytes += update.byteLength;
      if (update.byteLength < 10_000) return;
      received = performance.now() - begun;
      if (apply) Y.applyUpdate(doc, update);
      ready();
    };
  });
  const client = await module.connect({ ...server, document, writes: false, onUpdate: opened });
  await whole;
  const took = performance.now() - begun;
  if (apply && !isWhole(doc, length)) throw new Error('the text is not whole');
  return { received, took, bytes, close: () => client.close() };
}

/** A server may have begun the text with a paragraph of its own, in which nothing is written. */
const isWhole = (doc, length) => charactersIn(doc).length === length;

async function write(module, server, document) {
  const heard = new Set();
  const writer = await module.connect({ ...server, document, writes: true, onUpdate: () => heard.add(1) });
  const history = longHistory(writer.clientId);
  for (const [index, update] of history.updates.entries()) {
    if (writer.clientId) {
      // With an acknowledgement, and below the limit of messages a second.
      await new Promise((saved, failed) =>
        writer.send(update, (code) => (code ? failed(new Error(code)) : saved())),
      );
      if (index > 200) await pause(0.012);
    } else {
      writer.send(update);
      if (index % 20 === 0) await pause(0.01);
    }
  }
  // Until a debounced store has been written, and a snapshot.
  await pause(5);
  writer.close();
  return history;
}

export async function measureOpen(name, { repeats = 5 } = {}) {
  const module = await target(name);
  let server = await module.start();
  try {
    const document = await module.newDocument(server);
    const history = await write(module, server, document);
    await pause(1);
    const cold = [];
    for (let i = 0; i < repeats; i++) {
      await server.kill();
      server = await module.start({ again: server });
      await pause(1.5);
      const opening = await openOnce(module, server, document, history.length);
      cold.push(opening.took);
      opening.close();
    }
    const [warm, received] = [[], []];
    const keeper = await openOnce(module, server, document, history.length);
    for (let i = 0; i < repeats * 4; i++) {
      const opening = await openOnce(module, server, document, history.length);
      warm.push(opening.took);
      opening.close();
      const light = await openOnce(module, server, document, history.length, { apply: false });
      received.push(light.received);
      light.close();
    }
    await pause(0.5);
    const before = cpuOf(server.pid);
    const fifty = await Promise.all(
      Array.from({ length: 50 }, () => openOnce(module, server, document, history.length, { apply: false })),
    );
    await pause(0.2);
    const fiftyCpu = (cpuOf(server.pid) - before) * 1000;
    fifty.forEach((each) => each.close());
    keeper.close();
    return {
      source: history.source,
      cold: quantile(cold, 0.5),
      warm: quantile(warm, 0.5),
      received: quantile(received, 0.5),
      fiftyP50: quantile(
        fifty.map((each) => each.received),
        0.5,
      ),
      fiftyCpu,
      bytes: keeper.bytes,
      smallest: history.smallest,
    };
  } finally {
    await server.stop();
  }
}
