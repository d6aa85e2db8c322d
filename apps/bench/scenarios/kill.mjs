/** Twenty people type, the server is killed with -9 and started again: what of it is there? */
import * as Y from 'yjs';
import { charactersByClient } from '../load/flat-text.mjs';
import { Typist } from '../load/typist.mjs';
import { target } from '../targets/index.mjs';

const pause = (seconds) => new Promise((over) => setTimeout(over, seconds * 1000));
const typists = 20;

/**
 * Characters typed, characters told as saved (where the target tells), and of both those that are lost after the kill.
 */
export async function measureKill(name) {
  const module = await target(name);
  let server = await module.start();
  try {
    const document = await module.newDocument(server);
    const people = [];
    for (let i = 0; i < typists; i++) {
      const line = await module.connect({ ...server, document, writes: true, onUpdate: () => undefined });
      people.push({ line, typist: new Typist(line.clientId), saved: 0 });
    }
    const end = performance.now() + 7_500;
    while (performance.now() < end) {
      for (const each of people) {
        const characters = each.typist.typed + 1;
        each.line.send(each.typist.type(performance.now()), (code) => {
          if (!code) each.saved = Math.max(each.saved, characters);
        });
      }
      await pause(0.2);
    }
    await server.kill();
    const begun = performance.now();
    server = await module.start({ again: server });
    const usableAfter = performance.now() - begun;
    const doc = new Y.Doc();
    const reader = await module.connect({
      ...server,
      document,
      writes: false,
      onUpdate: (update) => Y.applyUpdate(doc, update),
    });
    await pause(1.5);
    reader.close();
    const there = charactersByClient(doc);
    const found = ({ typist }) => there.get(typist.clientId) ?? 0;
    const sum = (of) => people.reduce((all, each) => all + of(each), 0);
    return {
      typed: sum(({ typist }) => typist.typed),
      lost: sum((each) => Math.max(0, each.typist.typed - found(each))),
      acknowledges: people.some(({ saved }) => saved > 0),
      acknowledgedLost: sum((each) => Math.max(0, each.saved - found(each))),
      doubled: sum((each) => Math.max(0, found(each) - each.typist.typed)),
      usableAfter,
    };
  } finally {
    await server.stop();
  }
}
