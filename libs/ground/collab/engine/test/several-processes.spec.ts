import fc from 'fast-check';
import type { Presence, PresenceMessage } from '@plenary/ground/collab/protocol';
import { document, House, soon, UnreliableStore, type Writer } from './house.js';
import { Telegraph } from './telegraph.js';

/** Two processes on one store. */
function twoHouses(): { telegraph: Telegraph; store: UnreliableStore; houses: [House, House] } {
  const telegraph = new Telegraph();
  const store = new UnreliableStore();
  store.create(document);
  const house = (name: string) => new House(60_000, { store, exchange: telegraph.station(name) });
  return { telegraph, store, houses: [house('one'), house('two')] };
}

async function until(holds: () => boolean, within: number): Promise<void> {
  for (const end = Date.now() + within; !holds();) {
    if (Date.now() > end) throw new Error('it did not come to be');
    await soon(5);
  }
}

const textOf = (writer: Writer): string => writer.text;

/** Who a writer has been told is there, by name. */
function presentFor(writer: Writer): string[] {
  const there = new Map<string, Presence>(writer.answer!.presence.map((each) => [each.id, each]));
  for (const { name, message } of writer.heard) {
    if (name !== 'document:presence') continue;
    const { changed, left } = message as PresenceMessage;
    changed.forEach((each) => there.set(each.id, each));
    left.forEach((id) => there.delete(id));
  }
  return [...there.values()].map((each) => each.name).sort();
}

describe('several processes on one store', () => {
  let started: House[] = [];
  const start = () => {
    const world = twoHouses();
    started.push(...world.houses);
    return world;
  };
  afterEach(async () => {
    await Promise.all(started.map((house) => house.engine.stop()));
    started = [];
  });

  it('SYNC-30 words committed at one process reach the readers of the other', async () => {
    const { houses } = start();
    const [amara, mateo] = [await houses[0].writer('amara'), await houses[1].writer('mateo')];
    amara.type('We, the undersigned,');
    await amara.push();
    mateo.type('call upon');
    await mateo.push();
    await until(() => textOf(amara) === textOf(mateo) && amara.flat.paragraphs.length === 2, 500);
  });

  it('SYNC-30 a gap in the numbers is read from the store', async () => {
    const { telegraph, houses } = start();
    const [amara, mateo] = [await houses[0].writer('amara'), await houses[1].writer('mateo')];
    telegraph.loses = () => true;
    amara.type('lost on the way');
    await amara.push();
    telegraph.loses = () => false;
    amara.type('heard');
    await amara.push();
    await until(() => textOf(mateo) === textOf(amara), 500);
  });

  it('SYNC-30 with nothing told at all, readers are late by seconds and lose nothing', async () => {
    const { telegraph, houses } = start();
    telegraph.loses = () => true;
    const [amara, mateo] = [await houses[0].writer('amara'), await houses[1].writer('mateo')];
    amara.type('unheard');
    await amara.push();
    await until(() => textOf(mateo) === textOf(amara), 4_000);
  });

  it('SYNC-30 whoever changes to another process finds there what was acknowledged', async () => {
    const { telegraph, houses } = start();
    telegraph.loses = () => true;
    const reader = await houses[1].writer('reader');
    const amara = await houses[0].writer('amara');
    amara.type('saved at the first');
    await amara.push();
    const again = await houses[1].writer('amara-2', 'amara');
    expect(textOf(again)).toBe(textOf(amara));
    await until(() => textOf(reader) === textOf(amara), 200);
  });

  it('SYNC-30 any mixture of writers, delays and losses ends in one text with every word once', async () => {
    const step = fc.record({
      who: fc.nat(3),
      wait: fc.nat(6),
      loses: fc.boolean(),
      delay: fc.nat(8),
      fails: fc.constantFrom('no', 'no', 'no', 'before', 'after'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const { telegraph, store, houses } = start();
        const writers = await Promise.all(
          [0, 1, 2, 3].map((who) => houses[(who % 2) as 0 | 1].writer(`w${who}`)),
        );
        const words: string[] = [];
        const pushes = steps.map(async ({ who, wait, loses, delay, fails }, index) => {
          await soon(index * 2 + wait);
          telegraph.loses = () => loses;
          telegraph.delay = () => delay;
          store.failing = fails as 'no';
          const word = `[${index}]`;
          words.push(word);
          writers[who]!.type(word);
          const update = writers[who]!.written();
          for (;;) {
            const code = await writers[who]!.push(update).then(
              () => 'taken',
              (reason: { code: string }) => reason.code,
            );
            if (code === 'taken') return;
            expect(code).toMatch(/document\.(not-saved|resync)/);
            store.failing = 'no';
            await soon(3);
          }
        });
        await Promise.all(pushes);
        telegraph.loses = () => false;
        // One more word from each side shows every gap.
        for (const writer of [writers[0]!, writers[1]!]) {
          writer.type('end');
          await writer.push();
        }
        await until(() => new Set(writers.map(textOf)).size === 1, 4_000);
        const text = await houses[0].text();
        expect(await houses[1].text()).toBe(text);
        expect(textOf(writers[2]!)).toBe(text);
        for (const word of words) expect(text.split(word)).toHaveLength(2);
        await Promise.all(houses.map((house) => house.engine.stop()));
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('SYNC-31 everybody sees who is there at either process, and who left', async () => {
    const { houses } = start();
    const amara = await houses[0].writer('amara');
    const mateo = await houses[1].writer('mateo');
    await until(() => presentFor(amara).join() === 'amara,mateo', 1_000);
    await until(() => presentFor(mateo).join() === 'amara,mateo', 1_000);
    houses[1].engine.disconnect('mateo');
    await until(() => presentFor(amara).join() === 'amara', 1_000);
  });

  it('SYNC-31 also when a process begins to hear of the others only after it has opened the text', async () => {
    const { telegraph, houses } = start();
    telegraph.begins = () => 100;
    const writers = await Promise.all([houses[0].writer('amara'), houses[1].writer('mateo')]);
    await until(() => writers.every((each) => presentFor(each).join() === 'amara,mateo'), 1_000);
  });

  it('SYNC-31 who was at a process that died is gone for the others', async () => {
    const { telegraph, houses } = start();
    const amara = await houses[0].writer('amara');
    await houses[1].writer('mateo');
    await until(() => presentFor(amara).join() === 'amara,mateo', 1_000);
    telegraph.kill('two');
    await until(() => presentFor(amara).join() === 'amara', 1_000);
  });

  it('SYNC-23 carets at one process move for readers at the other', async () => {
    const { houses } = start();
    const amara = await houses[0].writer('amara');
    const mateo = await houses[1].writer('mateo');
    const cursor = { anchor: { type: null }, head: { type: null } };
    await houses[0].engine.moveCursor('amara', { document, clientId: amara.doc.clientID, cursor });
    const caret = () =>
      mateo.heard
        .filter((each) => each.name === 'document:presence')
        .flatMap((each) => (each.message as PresenceMessage).changed)
        .find((each) => each.name === 'amara' && each.cursor !== null);
    await until(() => caret() !== undefined, 1_000);
    expect(caret()).toMatchObject({ personId: 'amara', clientId: amara.doc.clientID });
  });
});
