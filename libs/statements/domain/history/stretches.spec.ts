import * as fc from 'fast-check';
import { addActs, stretchRule, type Act, type Stretch } from './stretches.js';

const start = new Date('2026-11-30T10:00:00Z').getTime();
let seq = 0;
const act = (after: number, personId: string | null, change: Partial<Act> = {}): Act => ({
  ...{ seq: ++seq, at: new Date(start + after), personId, organisationId: null },
  ...{ added: 1, removed: 0, segments: ['one'], ranges: [] },
  ...change,
});
const told = (stretches: readonly Stretch[]) =>
  stretches.map(({ firstSeq, lastSeq, shares }) => [
    lastSeq - firstSeq + 1,
    shares.map(({ personId }) => personId).join(' '),
  ]);
const of = (...acts: Act[]) => told(addActs(null, acts));

describe('STM-23 stretches of work', () => {
  const { pause, atOnce, longestAlone, longestTogether } = stretchRule;
  beforeEach(() => void (seq = 0));

  it('end with a pause, and not before', () => {
    expect(of(act(0, 'ana'), act(pause - 1, 'ana'), act(2 * pause - 2, 'ana'))).toEqual([[3, 'ana']]);
    expect(of(act(0, 'ana'), act(pause, 'ana'))).toEqual([
      [1, 'ana'],
      [1, 'ana'],
    ]);
  });

  it('are of one person, or of several who write at once', () => {
    expect(of(act(0, 'ana'), act(atOnce, 'ben'), act(atOnce + 1, 'ben'))).toEqual([
      [1, 'ana'],
      [2, 'ben'],
    ]);
    expect(
      of(act(0, 'ana'), act(atOnce - 1, 'ben'), act(3 * atOnce, 'ana'), act(3 * atOnce + 1, 'cy')),
    ).toEqual([[4, 'ana ben cy']]);
  });

  it('keep apart what one person wrote for two organisations, and what nobody wrote', () => {
    const two = addActs(null, [
      act(0, null),
      act(1, 'ana', { organisationId: 'sea' }),
      act(2, 'ana', { organisationId: 'quay' }),
      act(3, null),
    ]);
    expect(told(two)).toEqual([
      [1, ''],
      [2, 'ana ana'],
      [1, ''],
    ]);
    expect(two[1]!.shares.map(({ organisationId }) => organisationId)).toEqual(['sea', 'quay']);
  });

  it('are not endless, alone or together', () => {
    const often = (people: readonly string[], length: number, step: number) =>
      Array.from({ length: Math.ceil(length / step) + 2 }, (_, place) =>
        act(place * step, people[place % people.length]!),
      );
    expect(addActs(null, often(['ana'], longestAlone, pause - 1)).length).toBe(2);
    expect(addActs(null, often(['ana', 'ben'], longestTogether, atOnce - 1)).length).toBe(2);
  });

  it('say how much, where, and under which numbers', () => {
    const [stretch] = addActs(null, [
      act(0, 'ana', { added: 3, segments: ['one'], ranges: [[7, 0, 3]] }),
      act(1, 'ana', { added: 2, removed: 4, segments: ['two', 'one'], ranges: [[7, 3, 5]] }),
      act(2, 'ana', { added: 0, removed: 1, segments: ['two'], ranges: [[8, 10, 11]] }),
    ]);
    expect(stretch!.shares).toEqual([
      {
        ...{ personId: 'ana', organisationId: null, added: 5, removed: 5 },
        segments: { one: 2, two: 3 },
        ranges: [
          [7, 0, 5],
          [8, 10, 11],
        ],
      },
    ]);
  });

  it('end at a gap, which the next one tells', () => {
    const acts = [act(0, 'ana'), act(1, 'ana')];
    const after = { ...act(2, 'ana'), seq: 9 };
    expect(addActs(null, [...acts, after]).map(({ gapBefore }) => gapBefore)).toEqual([false, true]);
  });

  it('are the same whether rows come one by one or together, and cover each row once', () => {
    const arbitrary = fc.array(
      fc.record({ wait: fc.integer({ min: 0, max: 400_000 }), person: fc.constantFrom('ana', 'ben', null) }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(arbitrary, fc.nat(59), (said, cut) => {
        seq = 0;
        let after = 0;
        const acts = said.map(({ wait, person }) => act((after += wait), person));
        const whole = addActs(null, acts);
        const first = addActs(null, acts.slice(0, cut));
        const last = first.at(-1) ?? null;
        const rest = addActs(last, acts.slice(cut));
        expect([...first.slice(0, -1), ...rest]).toEqual(whole);
        expect(whole.map(({ number }) => number)).toEqual(whole.map((_, place) => place + 1));
        const rows = whole.flatMap(({ firstSeq, lastSeq }) =>
          Array.from({ length: lastSeq - firstSeq + 1 }, (_, place) => firstSeq + place),
        );
        expect(rows).toEqual(acts.map((each) => each.seq));
      }),
    );
  });
});
