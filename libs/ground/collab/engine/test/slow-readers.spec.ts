import * as Y from 'yjs';
import type { PresenceMessage, UpdatesMessage } from '@plenary/ground/collab/protocol';
import { House, type Writer } from './house.js';
import { PassingTime } from './passing-time.js';

const updatesTo = (writer: Writer): UpdatesMessage[] =>
  writer.heard
    .filter(({ name }) => name === 'document:updates')
    .map(({ message }) => message as UpdatesMessage);

describe('SYNC-42 a reader that does not keep up', () => {
  let time: PassingTime;
  let house: House;
  let amara: Writer;
  let slow: Writer;
  beforeEach(async () => {
    time = new PassingTime();
    house = new House(60_000, { clock: time.clock });
    house.store.takes = 0;
    amara = await enters('amara');
    slow = await enters('slow');
  });
  afterEach(() => time.settled(house.engine.stop()));

  const enters = (id: string) => time.settled(house.writer(id));
  /** Longer than two looks at the readers. */
  const looks = () => time.passes(600);

  async function type(words: number): Promise<void> {
    for (let i = 0; i < words; i++) {
      amara.type(`word ${i}`);
      await time.settled(amara.push());
    }
  }

  it('gets nothing while it lags, and then one difference; the others do not notice', async () => {
    const mateo = await enters('mateo');
    slow.waiting = 300_000;
    await looks();
    expect(house.engine.readers).toEqual({ all: 3, slow: 1 });
    const before = updatesTo(slow).length;
    await type(30);
    expect(updatesTo(slow)).toHaveLength(before);
    expect(mateo.text).toBe(amara.text);
    slow.waiting = 0;
    await looks();
    expect(updatesTo(slow)).toHaveLength(before + 1);
    expect(updatesTo(slow).at(-1)).toMatchObject({ to: 30 });
    expect(slow.text).toBe(amara.text);
    await type(1);
    expect(slow.text).toBe(amara.text);
    expect(house.engine.readers.slow).toBe(0);
  });

  it('learns who came and who left meanwhile', async () => {
    const mateo = await enters('mateo');
    await time.passes(60);
    slow.waiting = 300_000;
    await looks();
    house.engine.disconnect(mateo.id);
    await enters('chiara');
    slow.heard.length = 0;
    slow.waiting = 0;
    await looks();
    const presence = slow.heard.filter(({ name }) => name === 'document:presence');
    const { changed, left } = presence.at(-1)!.message as PresenceMessage;
    expect(changed.map(({ name }) => name).sort()).toEqual(['amara', 'chiara', 'slow']);
    expect(left).toEqual(['mateo']);
  });

  it('is let go when nothing gets through to it, or when too much waits', async () => {
    slow.waiting = 300_000;
    await looks();
    slow.waiting = 20_000_001;
    await looks();
    expect(slow.dropped).toBe(true);
    expect(amara.dropped).toBe(false);
    const stuck = await enters('stuck');
    stuck.waiting = 300_000;
    await time.passes(14_000);
    expect(stuck.dropped).toBe(true);
  });

  it('is kept while it slowly takes what waits for it', async () => {
    slow.waiting = 10_000_000;
    for (let i = 0; i < 6; i++) {
      await looks();
      slow.waiting -= 1_000_000;
    }
    expect(slow.dropped).toBe(false);
  });

  it('keeps what it writes: its words are taken while it lags', async () => {
    slow.waiting = 300_000;
    await looks();
    slow.type('I am slow');
    await time.settled(slow.push());
    expect(amara.text).toContain('I am slow');
    slow.waiting = 0;
    await type(1);
    await looks();
    expect(slow.text).toBe(amara.text);
    expect(Y.encodeStateVector(slow.doc)).toEqual(Y.encodeStateVector(amara.doc));
  });
});
