import * as fc from 'fast-check';
import * as Y from 'yjs';
import { anchorOf, passagesOf } from '../anchors.js';
import { authorsOf } from '../authors.js';
import { caretAt, placeOfCaret } from '../carets.js';
import { FlatText } from '../flat-text.js';
import { firstUpdate, pictureOf, readText } from '../rich-text.js';
import { rootsOf, type Roots } from '../roots.js';
import { takeIn } from '../text-change.js';
import { findViolation } from '../text-check.js';
import { rules } from './rules.js';

const lines = ['one', 'two', 'three', 'four'].map((text) => ({ attributes: {}, content: [{ text }] }));
const start = firstUpdate(lines, rules, 1);

/** The text of a hostile hand, and the same kept up by somebody who takes its updates in one by one. */
function written(hand: (doc: Y.Doc, roots: Roots) => void): { kept: FlatText; reasons: (string | null)[] } {
  const [doc, other] = [new Y.Doc(), new Y.Doc()];
  for (const each of [doc, other]) Y.applyUpdate(each, start);
  doc.clientID = 66;
  const kept = new FlatText(other);
  void kept.page.map(({ text }) => text);
  const reasons: (string | null)[] = [];
  other.on('afterTransaction', (transaction: Y.Transaction) => {
    takeIn(kept, transaction);
    reasons.push(findViolation(transaction, rules));
  });
  doc.on('update', (update: Uint8Array) => Y.applyUpdate(other, update));
  hand(doc, rootsOf(doc));
  return { kept, reasons };
}

/** Reads all there is to read; every letter that lives behind a mark stands on the page or in a hidden paragraph, once. */
function readEverything(kept: FlatText): void {
  const anew = new FlatText(kept.doc);
  const show = ({ page }: FlatText) =>
    page.map(({ id, text, runs }) => [id, text, runs.map(({ formats }) => formats)]);
  expect(show(kept)).toEqual(show(anew));
  expect(kept.order.flatMap(({ segments }) => segments)).toHaveLength(kept.segments.length);
  const letters = kept.order.flatMap(({ isShown, text }) => (isShown || text ? [text] : []));
  const shown = kept.page.map(({ text }) => text).join('');
  expect(shown.length).toBe(letters.join('').length);
  void [pictureOf(kept.doc), authorsOf(kept.doc), readText(kept.doc, ['kind'])];
  const { page } = kept;
  const [from, to] = [
    { paragraph: page[0]!, offset: 0 },
    { paragraph: page.at(-1)!, offset: page.at(-1)!.length },
  ];
  void [
    passagesOf(kept, anchorOf(kept, from, to)),
    placeOfCaret(kept, caretAt(to)),
    placeOfCaret(kept, [66, 0]),
  ];
}

const id = fc.tuple(fc.constantFrom(1, 66, 7, 2 ** 32 - 1), fc.oneof(fc.nat(60), fc.constant(2 ** 31)));
const nameOf = fc.oneof(
  fc.constantFrom('y1.0', 'y1.2', 'y1.4', 'y1.6', 'y1.8', 'y66.0', 'constructor', '__proto__', ''),
  id.map(([client, clock]) => `y${client}.${clock}`),
);
const place = fc.tuple(fc.oneof(fc.constant(null), nameOf), fc.constantFrom('i', '0', 'zz1', '', 'é'));
const span = fc.record(
  {
    f: fc.constantFrom('bold', 'link', 'toString'),
    v: fc.constantFrom(true, null, {}, { href: 'x:' }),
    s: id,
    e: id,
    l: id,
    t: fc.integer(),
  },
  { requiredKeys: ['f', 'v', 's', 't'], noNullPrototype: true },
);
const value = fc.oneof(
  fc.jsonValue() as fc.Arbitrary<unknown>,
  id,
  place,
  span,
  fc.tuple(fc.constantFrom(1, 66), fc.nat(60), fc.oneof(fc.nat(20), fc.constantFrom(1e9, 0.5, -1, 2 ** 31))),
  fc.constant(true),
);
const key = fc.oneof(
  fc
    .tuple(nameOf, fc.constantFrom('own', 'at', 'gone', 'kind', 'text', '', 'toString'))
    .map((both) => both.join('/')),
  id.map((both) => both.join('.')),
  fc.string(),
);
const root = fc.constantFrom('blocks' as const, 'formats' as const, 'restored' as const);
const mark = fc.oneof(
  fc.jsonValue() as fc.Arbitrary<unknown>,
  fc.record({ p: fc.constantFrom({}, { kind: 'heading' }, null, 3, []) }, { noNullPrototype: true }),
  fc.record(
    {
      n: fc.constantFrom('footnote', 'constructor', 3),
      v: fc.constantFrom({}, null, { text: 'x' }, { text: 3 }),
    },
    { noNullPrototype: true },
  ),
  fc.constant(0),
);

describe('what a hostile hand writes', () => {
  it('SYNC-13 values of any shape under any name: the check answers and never throws, and everybody reads on', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(root, key, value), { minLength: 1, maxLength: 25 }), (writes) => {
        const { kept, reasons } = written((_, roots) => {
          for (const [name, at, what] of writes) roots[name].set(at, what);
        });
        expect(reasons.every((reason) => reason === null || typeof reason === 'string')).toBe(true);
        readEverything(kept);
      }),
      { numRuns: 300 },
    );
  });

  it('SYNC-13 anything in the sequence, at any place: the same', () => {
    const writes = fc.array(fc.tuple(fc.nat(40), fc.oneof(mark, fc.string({ minLength: 1 })), fc.boolean()), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(writes, (all) => {
        const { kept, reasons } = written((doc, { text }) => {
          for (const [at, what, takes] of all) {
            const index = Math.min(at, text.length);
            if (takes && typeof text.get(index) === 'string') text.delete(index, 1);
            else insertRaw(doc, text, index, what);
          }
        });
        expect(reasons.every((reason) => reason === null || typeof reason === 'string')).toBe(true);
        if (kept.segments.length > 0) readEverything(kept);
      }),
      { numRuns: 300 },
    );
  });

  it('TXT-1 a ring of joins, and one that joins itself: every letter is shown', () => {
    const { kept } = written((_, { blocks }) => {
      for (const [one, clock] of [
        ['y1.0', 3],
        ['y1.2', 5],
        ['y1.4', 1],
        ['y1.6', 7],
      ] as const)
        blocks.set(`${one}/own`, [1, clock]);
    });
    expect(kept.page.map(({ text }) => text).join('')).toHaveLength(15);
    readEverything(kept);
  });

  it('TXT-1 places in front of itself, in a ring, and of none', () => {
    const { kept } = written((_, { blocks }) => {
      for (const [one, other] of [
        ['y1.0', 'y1.0'],
        ['y1.2', 'y1.4'],
        ['y1.4', 'y1.2'],
        ['y1.6', 'nobody'],
      ])
        blocks.set(`${one}/at`, [other, 'i']);
    });
    expect(kept.page.map(({ text }) => text).toSorted()).toEqual(['four', 'one', 'three', 'two']);
    readEverything(kept);
  });

  it('TXT-1 letters said to be written anew in a ring', () => {
    const { kept } = written((_, { restored }) => {
      restored.set('1.8', [1, 9, 3]).toString();
      restored.set('1.9', [1, 8, 3]);
      restored.set('1.20', [1, 0, 1e9]);
    });
    readEverything(kept);
  });

  it.each([
    ['structure', (_: Y.Doc, { text }: Roots): void => text.delete(4, 1)],
    ['beginning', (doc: Y.Doc, { text }: Roots): void => insertRaw(doc, text, 0, 'x')],
    ['letters', (doc: Y.Doc, { text }: Roots): void => insertRaw(doc, text, 1, 'a\nb')],
    ['mark', (doc: Y.Doc, { text }: Roots): void => insertRaw(doc, text, 1, { p: {}, id: 'mine' })],
    ['embed', (doc: Y.Doc, { text }: Roots): void => insertRaw(doc, text, 1, { n: 'video', v: {} })],
    ['id', (_: Y.Doc, { blocks }: Roots): void => void blocks.set('y9.9/kind', 'heading')],
    ['attribute kind', (_: Y.Doc, { blocks }: Roots): void => void blocks.set('y1.0/kind', 'chapter')],
    ['attribute own', (_: Y.Doc, { blocks }: Roots): void => void blocks.set('y1.0/own', [9, 9])],
    [
      'format',
      (_: Y.Doc, { formats }: Roots): void =>
        void formats.set('66.0', { f: 'blink', v: true, s: [1, 8], l: [1, 9], t: 1 }),
    ],
    [
      'format place',
      (_: Y.Doc, { formats }: Roots): void =>
        void formats.set('66.0', { f: 'bold', v: true, s: [1, 9], l: [1, 8], t: 1 }),
    ],
    ['restored', (_: Y.Doc, { restored }: Roots): void => void restored.set('1.8', [1, 9, 1])],
  ] as const)('SYNC-13 refuses %s', (reason, hand) => {
    expect(written((doc, roots) => void hand(doc, roots)).reasons).toContain(reason);
  });
});

function insertRaw(doc: Y.Doc, text: Y.Array<unknown>, index: number, what: unknown): void {
  // As no editor does it: letters and things straight into the sequence.
  doc.transact((transaction) => {
    const content = typeof what === 'string' ? new Y.ContentString(what) : new Y.ContentEmbed(what as object);
    let left: Y.Item | null = null;
    let rest = index;
    for (let item: Y.Item | null = text._start; item !== null && rest > 0; item = item.right) {
      if (item.deleted) continue;
      if (rest < item.length)
        Y.getItemCleanStart(transaction, Y.createID(item.id.client, item.id.clock + rest));
      rest -= Math.min(rest, item.length);
      left = item;
    }
    const right: Y.Item | null = left ? left.right : text._start;
    const at = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID));
    const item = new Y.Item(
      at,
      left,
      left && left.lastId,
      right,
      right && right.id,
      text as never,
      null,
      content,
    );
    item.integrate(transaction, 0);
  });
}
