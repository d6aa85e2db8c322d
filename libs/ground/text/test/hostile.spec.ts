import * as fc from 'fast-check';
import type * as Y from 'yjs';
import type { Roots } from '../roots.js';
import { insertRaw, readEverything, written } from './hostile-hand.js';
import { key, mark, root, value } from './hostile-values.js';

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

  it('TXT-1 a ring of joins, and one that joins itself: every character is shown', () => {
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

  it('TXT-1 characters said to be written anew in a ring', () => {
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
    ['characters', (doc: Y.Doc, { text }: Roots): void => insertRaw(doc, text, 1, 'a\nb')],
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
    [
      'format',
      // Named by what is not written yet.
      (_: Y.Doc, { formats }: Roots): void =>
        void formats.set('66.1', { f: 'bold', v: true, s: [1, 8], l: [1, 9], t: 1 }),
    ],
    [
      'attribute own',
      // An item of another root.
      (_: Y.Doc, { blocks }: Roots): void => {
        blocks.set('y1.0/kind', 'heading');
        blocks.set('y1.2/own', [66, 0]);
      },
    ],
    [
      'restored',
      // Whose characters are stays said (TXT-5).
      (_: Y.Doc, { restored }: Roots): void => {
        restored.set('66.0', [1, 8, 1]);
        restored.delete('66.0');
      },
    ],
  ] as const)('SYNC-13 refuses %s', (reason, hand) => {
    expect(written((doc, roots) => void hand(doc, roots)).reasons).toContain(reason);
  });

  it('SYNC-13 thousands of paragraphs written back to front: everybody reads on', () => {
    const { kept, reasons } = written((doc, { text }) =>
      doc.transact(() => {
        for (let at = 0; at < 12_000; at++) insertRaw(doc, text, 0, { p: {} });
      }),
    );
    expect(reasons).toEqual([null]);
    expect(kept.segments).toHaveLength(12_000 + 4);
  });
});
