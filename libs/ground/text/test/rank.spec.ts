import * as fc from 'fast-check';
import { isRank, rankBetween } from '../rank.js';

/** Takes places one after the other, each in front of or behind the one before; answers the longest rank. */
function take(gaps: readonly number[]): number {
  const ranks: string[] = [];
  let longest = 0;
  gaps.forEach((number, clock) => {
    const at = number % (ranks.length + 1);
    const rank = rankBetween(ranks[at - 1] ?? null, ranks[at] ?? null, [2 ** 32 - 1, clock]);
    expect([isRank(rank), at > 0 && rank <= ranks[at - 1]!, at < ranks.length && rank >= ranks[at]!]).toEqual(
      [true, false, false],
    );
    ranks.splice(at, 0, rank);
    longest = Math.max(longest, rank.length);
  });
  return longest;
}

describe('ranks', () => {
  it('TXT-6 there is room between any two', () => {
    fc.assert(fc.property(fc.array(fc.nat(), { maxLength: 80 }), (gaps) => void take(gaps)));
  });

  it('TXT-6 no two are equal: of two writers in one gap, and of one who takes it again', () => {
    const ranks = [
      [1, 7],
      [17, 1],
      [1, 8],
    ].map(([client, clock]) => rankBetween('5x1', '5y1', [client!, clock!]));
    expect(new Set(ranks).size).toBe(3);
  });

  it('TXT-7 they stay short where one writes thousands behind each other, or in front', () => {
    const many = Array.from({ length: 3_000 }, (_, at) => at);
    expect(take(many)).toBeLessThan(120);
    expect(take(many.map(() => 0))).toBeLessThan(250);
    const between = [0, 1, ...many.map((at) => at + 1)];
    expect(take(between)).toBeLessThan(900);
  });
});
