import { FakeClock } from '@plenary/ground/testing/time';
import type { PresenceMessage } from '@plenary/ground/collab/protocol';
import { newId, TokenBucket } from '@plenary/ground/kernel';
import { spacingFor } from '../document-session.js';
import { JournalWriter } from '../journal-writer.js';
import { MemoryDocStore } from '../memory-doc-store.js';
import { PresenceBoard } from '../presence-board.js';
import type { Replica } from '../replica.js';
import type { Author, Peer } from '../ports.js';
import { readUpdate } from '../update-reader.js';

describe('SYNC-40 messages follow time and not the number of typists', () => {
  let clock: FakeClock;
  let store: MemoryDocStore;
  let told: { at: number; rows: number }[];
  let people: number;
  let journal: JournalWriter;

  beforeEach(() => {
    clock = new FakeClock();
    store = new MemoryDocStore();
    store.create('text:1');
    told = [];
    people = 100;
    const replica = {
      judge: (offers: readonly unknown[]) => offers.map(() => 'new'),
      confirm: () => undefined,
    } as unknown as Replica;
    journal = new JournalWriter(
      'text:1',
      1,
      store,
      replica,
      clock,
      0,
      () => spacingFor(people),
      ({ rows }) => void told.push({ at: clock.now(), rows: rows.length }),
    );
  });

  const author: Author = { personId: newId(), organisationId: null };
  const outline = readUpdate(new Uint8Array([0, 0]));
  const keystroke = () => void journal.offer(author, new Uint8Array([0, 0]), outline).catch(() => undefined);
  /** Lets promises run; time stands still. */
  const settle = () => new Promise((resolve) => setImmediate(resolve));

  async function type(keystrokes: number, everyMs: number): Promise<number[]> {
    const made: number[] = [];
    for (let i = 0; i < keystrokes; i++) {
      made.push(clock.now());
      keystroke();
      await settle();
      clock.advance(everyMs);
      await settle();
    }
    return made;
  }

  it('after a pause a keystroke is committed at once, however full the room', async () => {
    people = 1_200;
    for (let i = 0; i < 20; i++) {
      keystroke();
      await settle();
      expect(told).toHaveLength(i + 1);
      clock.advance(200);
    }
  });

  it('two people wait for nobody', async () => {
    people = 2;
    await type(50, 1);
    expect(told).toHaveLength(50);
  });

  it.each([
    [100, 22],
    [300, 38],
    [1_200, 50],
  ])(
    'a thousand keystrokes in a second among %i people leave every %i ms, and none waits longer',
    async (room, every) => {
      people = room;
      const made = await type(1_000, 1);
      for (let rest = 0; rest < 60; rest++) {
        clock.advance(1);
        await settle();
      }
      expect(told.length).toBeLessThanOrEqual(1_000 / every + 2);
      let row = 0;
      for (const { at, rows } of told) {
        expect(at - made[row]!).toBeLessThanOrEqual(every);
        row += rows;
      }
      expect(row).toBe(1_000);
    },
  );
});

describe('SYNC-23 presence is gathered', () => {
  const peer = (id: string): Peer =>
    ({ id, actor: { personId: id }, name: id, organisation: null }) as unknown as Peer;

  it('two hundred moving carets cost at most five messages a second', () => {
    const clock = new FakeClock();
    const sent: PresenceMessage[] = [];
    const toDocument = (_: string, __: string, message: unknown) =>
      void sent.push(message as PresenceMessage);
    const board = new PresenceBoard('text:1', { toDocument }, null, clock);
    for (let i = 0; i < 200; i++) board.enter(peer(`p${i}`), 'edit');
    clock.advance(1_000);
    sent.length = 0;
    for (let i = 0; i < 1_000; i++) {
      board.move(`p${i % 200}`, { anchor: { i }, head: { i } }, 1);
      clock.advance(1);
    }
    expect(sent.length).toBeGreaterThan(2);
    expect(sent.length).toBeLessThanOrEqual(5);
  });

  it('alone, a caret is told within 50 ms; who leaves is told once', () => {
    const clock = new FakeClock();
    const sent: PresenceMessage[] = [];
    const toDocument = (_: string, __: string, message: unknown) =>
      void sent.push(message as PresenceMessage);
    const board = new PresenceBoard('text:1', { toDocument }, null, clock);
    board.enter(peer('amara'), 'edit');
    clock.advance(50);
    expect(sent).toHaveLength(1);
    board.move('amara', null, 1);
    board.leave('amara');
    clock.advance(50);
    expect(sent.slice(1)).toEqual([{ document: 'text:1', changed: [], left: ['amara'] }]);
    clock.advance(10_000);
    expect(sent).toHaveLength(2);
  });
});

it('SYNC-14 a bucket gives its burst at once and then so much a second', () => {
  const clock = new FakeClock();
  const bucket = new TokenBucket(10, 5, clock);
  for (let i = 0; i < 5; i++) expect(bucket.take().ok).toBe(true);
  expect(bucket.take()).toEqual({ ok: false, retryAfterMs: 100 });
  clock.advance(100);
  expect(bucket.take().ok).toBe(true);
  expect(bucket.take().ok).toBe(false);
});
