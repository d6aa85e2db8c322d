import fc from 'fast-check';
import { newId } from '@plenary/ground/kernel';
import { Deletions } from '../deletions.js';

describe('what is remembered of deletions', () => {
  const people = [newId<'person'>(), newId<'person'>()] as const;
  const range = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 }));
  const act = fc.record({ who: fc.nat(1), range, seen: fc.boolean(), apart: fc.boolean() });
  /** Character number n is always the same character. */
  const characters = (from: number, to: number) =>
    String.fromCharCode(...Array.from({ length: to - from }, (_, i) => 0x61 + ((from + i) % 26)));

  it('TXT-5 says of every character by whom and what it was, however the ranges overlap', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), range, (acts, [from, length]) => {
        const deletions = new Deletions();
        const apart = new Deletions(deletions);
        const by = people.map(() => new Set<number>());
        const seen = new Set<number>();
        for (const {
          who,
          range: [begin, count],
          seen: isSeen,
          apart: isApart,
        } of acts) {
          const noted = { client: 7, from: begin, to: begin + count };
          (isApart ? apart : deletions).note(
            people[who]!,
            noted,
            isSeen ? characters(begin, begin + count) : null,
          );
          for (let at = begin; at < begin + count; at++) {
            by[who]!.add(at);
            if (isSeen) seen.add(at);
          }
        }
        const numbers = Array.from({ length }, (_, i) => from + i);
        const asked = { client: 7, from, to: from + length };
        const holds = (all: Deletions) => {
          people.forEach((person, who) =>
            expect(all.areBy(person, asked)).toBe(numbers.every((each) => by[who]!.has(each))),
          );
          const text = numbers.every((each) => seen.has(each)) ? characters(from, from + length) : null;
          expect(all.textOf(asked)).toBe(text);
        };
        holds(apart);
        deletions.take(apart);
        holds(deletions);
        expect(deletions.textOf({ ...asked, client: 8 })).toBeNull();
      }),
    );
  });

  it('TXT-5 the oldest is forgotten when there is too much', () => {
    const deletions = new Deletions();
    const note = (clock: number, length: number) =>
      deletions.note(people[0], { client: 1, from: clock, to: clock + length }, 'x'.repeat(length));
    for (let i = 0; i < 40; i++) note(i * 20_000, 10_000);
    const at = (i: number) => ({ client: 1, from: i * 20_000, to: i * 20_000 + 10_000 });
    expect(deletions.areBy(people[0], at(39))).toBe(true);
    expect(deletions.areBy(people[0], at(0))).toBe(false);
    expect(deletions.textOf(at(25))).toHaveLength(10_000);
    note(10_000_000, 500_000);
    expect(deletions.areBy(people[0], at(39))).toBe(false);
  });

  it('TXT-5 character by character, from behind, a hundred thousand are remembered as one', () => {
    const deletions = new Deletions();
    for (let clock = 100_000; clock > 0; clock--) {
      deletions.note(people[0], { client: 1, from: clock, to: clock + 1 }, 'x');
    }
    expect(deletions.textOf({ client: 1, from: 1, to: 100_001 })).toHaveLength(100_000);
  });
});
