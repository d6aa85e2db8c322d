import fc from 'fast-check';
import * as Y from 'yjs';
import { birthId, uniqueBlockIds } from '../index.js';

const repair = uniqueBlockIds('body', 'id');

/** A replica, and the updates of others that have not reached it. */
class Replica {
  readonly doc = new Y.Doc();
  readonly waiting: Uint8Array[] = [];
  readonly undo: Y.UndoManager;
  readonly memory = new Map<string, string>();

  constructor(clientId: number) {
    this.doc.clientID = clientId;
    this.undo = new Y.UndoManager(this.body, { captureTimeout: 0 });
  }

  get body(): Y.XmlFragment {
    return this.doc.getXmlFragment('body');
  }

  get blocks(): Y.XmlElement[] {
    return this.body.toArray() as Y.XmlElement[];
  }

  get ids(): string[] {
    return this.blocks.map((block) => block.getAttribute('id') as string);
  }

  mend(): number {
    const steps = repair(this.doc, this.memory);
    this.doc.transact(() => steps.forEach((step) => step()), 'server');
    return steps.length;
  }
}

function block(id: string | null, words: string): Y.XmlElement {
  const made = new Y.XmlElement('paragraph');
  if (id !== null) made.setAttribute('id', id);
  made.insert(0, [new Y.XmlText(words)]);
  return made;
}

/** Three writers and the server, in this order; what one writes waits at the others until it is delivered. */
function hall(): Replica[] {
  const all = [11, 12, 13, 99].map((id) => new Replica(id));
  for (const replica of all) {
    replica.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'line') return;
      for (const other of all) if (other !== replica) other.waiting.push(update);
    });
  }
  all[0]!.body.insert(
    0,
    ['a', 'b', 'c', 'd'].map((id) => block(id, `words of ${id}`)),
  );
  all.forEach(deliver);
  all.forEach((replica) => replica.mend());
  return all;
}

function deliver(replica: Replica): void {
  for (const update of replica.waiting.splice(0)) Y.applyUpdate(replica.doc, update, 'line');
}

const act = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom('split', 'split', 'join', 'paste', 'paste without id', 'undo', 'deliver', 'mend'),
  where: fc.nat(20),
});

/** As an editor's binding does them: a split leaves two blocks with one id, a paste brings an id a second time. */
function perform(all: Replica[], { who, what, where }: { who: number; what: string; where: number }): void {
  const replica = all[who]!;
  const { body, blocks } = replica;
  const at = blocks.length === 0 ? 0 : where % blocks.length;
  if (what === 'deliver') deliver(all[where % 4]!);
  else if (what === 'mend') all[3]!.mend();
  else if (what === 'undo') replica.undo.undo();
  else if (what === 'join' && blocks.length > 1) body.delete(at, 1);
  else if (what === 'paste without id') body.insert(at, [block(null, 'pasted')]);
  else if (blocks.length > 0 && (what === 'split' || what === 'paste')) {
    const id = replica.ids[at]!;
    body.insert(what === 'split' ? at + 1 : blocks.length, [block(id, 'second half')]);
  }
}

describe('ids of paragraphs', () => {
  it('STM-12, SYNC-2 are unique once everything is exchanged, whatever three writers did', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const all = hall();
        acts.forEach((each) => perform(all, each));
        all.forEach(deliver);
        all[3]!.mend();
        all.forEach(deliver);
        for (const { ids } of all) {
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.every((id) => typeof id === 'string' && id.length > 0)).toBe(true);
          expect(ids).toEqual(all[3]!.ids);
        }
        // No traffic once writing has stopped.
        expect(all[3]!.mend()).toBe(0);
        all.forEach((replica) => expect(replica.waiting).toEqual([]));
      }),
      { numRuns: 300 },
    );
  });

  it('a block that nobody touched keeps its id', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const all = hall();
        const own = new Map(all[3]!.blocks.map((each) => [birthId(each), each.getAttribute('id')]));
        acts
          .filter((each) => each.what !== 'join' && each.what !== 'undo')
          .forEach((each) => perform(all, each));
        all.forEach(deliver);
        all[3]!.mend();
        const kept = all[3]!.blocks.filter((each) => own.has(birthId(each)));
        expect(kept).toHaveLength(4);
        for (const each of kept) expect(each.getAttribute('id')).toBe(own.get(birthId(each)));
      }),
      { numRuns: 200 },
    );
  });

  it('two repairers write the same', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const all = hall();
        acts.filter((each) => each.what !== 'mend').forEach((each) => perform(all, each));
        all.forEach(deliver);
        const [one, other] = [all[0]!, all[3]!];
        one.mend();
        other.mend();
        expect(one.ids).toEqual(other.ids);
        all.forEach(deliver);
        all.forEach((replica) => expect(replica.ids).toEqual(one.ids));
      }),
      { numRuns: 100 },
    );
  });

  it('a typed-in birth id of another block takes nothing from its owner', () => {
    const replica = new Replica(1);
    replica.body.insert(0, [block('a', 'one'), block('a', 'two')]);
    const [, second] = replica.blocks;
    replica.body.insert(2, [block(birthId(second!), 'a claim')]);
    replica.mend();
    expect(new Set(replica.ids).size).toBe(3);
    expect(replica.mend()).toBe(0);
  });

  it('ten thousand blocks without an id are mended within a second', () => {
    const replica = new Replica(1);
    replica.body.insert(
      0,
      Array.from({ length: 10_000 }, () => block(null, '')),
    );
    const start = performance.now();
    expect(replica.mend()).toBe(10_000);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
