import * as Y from 'yjs';
import { FakeClock } from '@plenary/ground/testing';
import type { PresenceMessage, UpdatesMessage } from '@plenary/ground/collab/protocol';
import { FanOut } from '../fan-out.js';
import { PresenceBoard } from '../presence-board.js';
import { TokenBucket } from '../token-bucket.js';
import type { Peer } from '../ports.js';

describe('SYNC-40 messages follow time and not the number of typists', () => {
  let clock: FakeClock;
  let sent: { at: number; message: UpdatesMessage }[];
  let fanOut: FanOut;
  let writer: Y.Doc;
  let seq: number;

  beforeEach(() => {
    clock = new FakeClock();
    sent = [];
    seq = 0;
    writer = new Y.Doc();
    const toDocument = (_: string, __: string, message: unknown) =>
      void sent.push({ at: clock.now(), message: message as UpdatesMessage });
    fanOut = new FanOut('text:1', { toDocument }, clock);
  });

  function keystroke(): void {
    const before = Y.encodeStateVector(writer);
    writer.getText('t').insert(0, 'x');
    fanOut.add([{ seq: ++seq, update: Y.encodeStateAsUpdate(writer, before) }]);
  }

  it('alone, a keystroke leaves at once', () => {
    for (let i = 0; i < 20; i++) {
      keystroke();
      expect(sent).toHaveLength(i + 1);
      clock.advance(200);
    }
  });

  it('a thousand commits in a second leave as at most sixty messages, none later than 50 ms', () => {
    const made: number[] = [];
    for (let i = 0; i < 1_000; i++) {
      made.push(clock.now());
      keystroke();
      clock.advance(1);
    }
    clock.advance(100);
    expect(sent.length).toBeLessThan(60);
    for (const { at, message } of sent) expect(at - made[message.from - 1]!).toBeLessThanOrEqual(50);
    expect(sent.map(({ message }) => message.from)).toEqual([
      1,
      ...sent.slice(0, -1).map(({ message }) => message.to + 1),
    ]);
    const reader = new Y.Doc();
    sent.forEach(({ message }) => Y.applyUpdate(reader, message.update));
    expect(reader.getText('t').toString()).toBe(writer.getText('t').toString());
  });

  it('after the rush a keystroke leaves at once again', () => {
    for (let i = 0; i < 200; i++) {
      keystroke();
      clock.advance(1);
    }
    clock.advance(1_000);
    for (let i = 0; i < 2; i++) {
      keystroke();
      clock.advance(500);
    }
    const before = sent.length;
    keystroke();
    expect(sent).toHaveLength(before + 1);
  });
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
