import fc from 'fast-check';
import { Ranges } from '../ranges.js';

const range = fc
  .tuple(fc.nat(2), fc.nat(40), fc.nat(8))
  .map(([client, from, length]) => ({ client, from, to: from + length }));
const numbers = (ranges: Iterable<{ client: number; from: number; to: number }>): Set<string> => {
  const found = new Set<string>();
  for (const { client, from, to } of ranges) {
    for (let at = from; at < to; at++) found.add(`${client}.${at}`);
  }
  return found;
};

describe('ranges of numbers', () => {
  it('TXT-5 hold what was put into them, and tell what of it is asked for', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 12 }), range, (held, asked) => {
        const ranges = new Ranges(held);
        const [all, wanted] = [numbers(held), numbers([asked])];
        expect(numbers(ranges)).toEqual(all);
        expect(numbers(ranges.within(asked))).toEqual(both(wanted, all));
        expect(ranges.cover(asked)).toBe([...wanted].every((number) => all.has(number)));
      }),
    );
  });
});

const both = (one: Set<string>, other: Set<string>) => new Set([...one].filter((each) => other.has(each)));
