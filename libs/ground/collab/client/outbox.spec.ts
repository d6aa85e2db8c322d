import * as fc from 'fast-check';
import * as Y from 'yjs';
import { Outbox } from './outbox.js';

/** Writes characters one by one and answers the update of each. */
function typed(doc: Y.Doc, characters: string): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const listen = (update: Uint8Array) => updates.push(update);
  doc.on('update', listen);
  for (const character of characters) doc.getText('t').insert(doc.getText('t').length, character);
  doc.off('update', listen);
  return updates;
}

/** A server as strict as ours: a batch is wholly known, wholly new and in step, or refused. */
class StrictServer {
  readonly doc = new Y.Doc();
  /** How often each clock was taken in. */
  taken = 0;

  offer(update: Uint8Array): 'known' | 'new' | 'resync' {
    const { structs } = Y.decodeUpdate(update);
    let fresh = 0;
    const ends = new Map<number, number>();
    for (const { id, length } of structs) {
      const next = ends.get(id.client) ?? Y.getState(this.doc.store, id.client);
      if (id.clock > next) return 'resync';
      if (id.clock < next && id.clock + length > next) return 'resync';
      if (id.clock === next) fresh++;
      ends.set(id.client, Math.max(next, id.clock + length));
    }
    if (fresh > 0 && fresh < structs.length) return 'resync';
    if (fresh === 0) return 'known';
    Y.applyUpdate(this.doc, update);
    this.taken++;
    return 'new';
  }

  get text(): string {
    return this.doc.getText('t').toString();
  }
}

describe('the outbox', () => {
  it('offers the same bytes until they are acknowledged, and later edits after them', () => {
    const outbox = new Outbox();
    const [one, two] = typed(new Y.Doc(), 'ab');
    outbox.add(one!, 0);
    const batch = outbox.next(0)!;
    outbox.add(two!, 0);
    expect(outbox.next(0)).toBe(batch);
    expect(outbox.count).toBe(2);
    expect(outbox.acknowledge(batch).map((each) => each.order)).toEqual([1]);
    expect(outbox.next(0)!.update).toBe(two);
    expect(outbox.acknowledge(batch)).toEqual([]);
  });

  it('joins many small edits into one batch, and keeps large ones apart', () => {
    const outbox = new Outbox();
    typed(new Y.Doc(), 'abcdef').forEach((update) => outbox.add(update, 0));
    expect(outbox.next(0)!.parts).toHaveLength(6);
    outbox.clear();
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (let i = 0; i < 3; i++) doc.getText('t').insert(0, 'x'.repeat(200_000));
    updates.forEach((update) => outbox.add(update, 0));
    expect(outbox.next(0)!.parts).toHaveLength(1);
  });

  it('leaves to another page for a while what that one wrote, and lets nothing overtake it', () => {
    const outbox = new Outbox();
    const [one, two, three] = typed(new Y.Doc(), 'abc');
    outbox.add(one!, 0);
    const theirs = outbox.add(two!, 0, 7, 2_000);
    outbox.add(three!, 10);
    expect(outbox.next(10)!.parts).toHaveLength(1);
    outbox.acknowledge(outbox.next(10)!);
    expect([outbox.next(1_999), outbox.nextFrom]).toEqual([null, 2_000]);
    expect(outbox.next(2_000)!.parts).toHaveLength(2);
    // Sent by the other meanwhile: the bytes on offer stay the same until nothing of them is left.
    const batch = outbox.next(2_000);
    outbox.forget([theirs]);
    expect(outbox.next(2_000)).toBe(batch);
    outbox.forget(batch!.parts);
    expect(outbox.isEmpty).toBe(true);
  });

  it('cuts off what the server has, keeps deletions, and says which edits are wholly known', () => {
    const doc = new Y.Doc();
    const outbox = new Outbox();
    const [one, two] = typed(doc, 'ab');
    doc.on('update', (update: Uint8Array) => outbox.add(update, 0));
    outbox.add(one!, 0);
    outbox.add(two!, 0);
    doc.getText('t').delete(0, 1);
    const server = new Y.Doc();
    Y.applyUpdate(server, one!);
    expect(outbox.reduce(Y.encodeStateVector(server)).map((each) => each.order)).toEqual([1]);
    Y.applyUpdate(server, outbox.next(0)!.update);
    expect(server.getText('t').toString()).toBe('b');
  });

  it('loses and doubles nothing, whatever answers get lost and however a crash cuts batches', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('type' as const), count: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ kind: fc.constantFrom('offer' as const, 'lost answer' as const, 'crash' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const writer = new Y.Doc();
        const server = new StrictServer();
        let outbox = new Outbox();
        const offer = (answerArrives: boolean) => {
          const batch = outbox.next(0);
          if (!batch) return;
          const answer = server.offer(batch.update);
          if (answer === 'resync') outbox.reduce(Y.encodeStateVector(server.doc));
          else if (answerArrives) outbox.acknowledge(batch);
        };
        for (const each of steps) {
          if (each.kind === 'type')
            typed(writer, 'abcde'.slice(0, each.count)).forEach((u) => outbox.add(u, 0));
          else if (each.kind === 'crash') {
            // What the device kept is offered again, without the memory of where batches began.
            const kept = outbox.all();
            outbox = new Outbox();
            kept.forEach(({ update }) => outbox.add(update, 0));
          } else offer(each.kind === 'offer');
        }
        for (let i = 0; i < 200 && !outbox.isEmpty; i++) offer(true);
        expect(outbox.isEmpty).toBe(true);
        expect(server.text).toBe(writer.getText('t').toString());
      }),
    );
  });
});
