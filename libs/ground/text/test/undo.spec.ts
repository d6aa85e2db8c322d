import * as fc from 'fast-check';
import { firstUpdate } from '../rich-text.js';
import { rules } from './rules.js';
import { scripts } from './scripts.js';
import { thereAndBack } from './there-and-back.js';
import { Writer } from './writer.js';

it.each([
  ['at once', undefined],
  ['in parts as small as can be', 1],
])(
  'TXT-4 whoever writes alone undoes everything step by step, %s, does it anew, and sees each page again',
  (_, mostAtOnce) => {
    fc.assert(
      fc.property(scripts('all', 40), (steps) => {
        expect(thereAndBack(steps, mostAtOnce).slice(0, 1)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  },
);

it('TXT-4 the undo of a large deletion goes out in updates of a bounded size, and is one act', () => {
  const lines = Array.from({ length: 60 }, (_, n) => ({ attributes: {}, content: [{ text: `line ${n} ` }] }));
  const writer = new Writer(7, firstUpdate(lines, rules, 1), true, 2_000);
  writer.edit((edit) => writer.text.page.forEach((each) => edit.insert(each, 3, { text: 'k' })));
  const words = () => writer.text.page.map(({ text }) => text);
  const before = words();
  writer.edit((edit) => [...writer.text.page].forEach((each) => edit.remove(each)));
  expect(words().join('')).toBe('');
  for (let round = 0; round < 2; round++) {
    writer.out.length = 0;
    expect(writer.undo.undo()).toBe(true);
    expect(words()).toEqual(before);
    expect(writer.out.length).toBeGreaterThan(5);
    // The facts come with the first part.
    for (const update of writer.out.slice(1)) expect(update.byteLength).toBeLessThan(4_000);
    expect(writer.undo.redo()).toBe(true);
    expect(words().join('')).toBe('');
  }
  writer.undo.undo();
  writer.undo.undo();
  expect(words()).toEqual(before.map((text) => text.replace('k', '')));
});
