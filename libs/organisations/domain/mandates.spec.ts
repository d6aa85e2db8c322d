import { mandateLeft, mandateState, mayActByMandate, type MandateTerm } from './mandates.js';

const term = (over: Partial<MandateTerm> = {}): MandateTerm => ({
  ...{ personId: 'amara', kind: 'vote', alternate: false, from: 100, until: 200, endedAt: null },
  ...over,
});

describe('ORG-17 a mandate', () => {
  it.each([
    [99, 'ahead'],
    [100, 'holds'],
    [199, 'holds'],
    [200, 'over'],
  ])('from 100 to 200 is at %i: %s', (now, state) => expect(mandateState(term(), now)).toBe(state));

  it('without an end holds until it is ended', () => {
    expect(mandateState(term({ until: null }), 1e12)).toBe('holds');
    expect(mandateState(term({ until: null, endedAt: 150 }), 149)).toBe('holds');
    expect(mandateState(term({ until: null, endedAt: 150 }), 150)).toBe('ended');
  });

  it.each([
    ['nothing', [], null],
    ['another kind', [term({ kind: 'sign' })], null],
    ['somebody else’s', [term({ personId: 'ben' })], null],
    ['the same, given twice', [term()], 'holds'],
    ['one as an alternate', [term({ alternate: true })], 'alternate'],
    ['one that begins later', [term({ from: 160 })], 'ahead'],
    ['one that is over', [term({ until: 140 })], null],
  ])('of which one was ended leaves, beside %s: %s', (_, others, left) =>
    expect(mandateLeft([term({ endedAt: 150 }), ...others], 'amara', 'vote', 150)).toBe(left),
  );

  it('lets its holder act, for its kind alone; an alternate while no holder is there', () => {
    const both = [term(), term({ personId: 'ben', alternate: true })];
    const may = (person: string, there: string[], kind: 'vote' | 'sign' = 'vote', now = 150) =>
      mayActByMandate(both, person, kind, now, (id) => there.includes(id));
    expect(may('amara', [])).toBe(true);
    expect(may('amara', [], 'sign')).toBe(false);
    expect(may('ben', ['amara'])).toBe(false);
    expect(may('ben', [])).toBe(true);
    expect(may('ben', [], 'vote', 250)).toBe(false);
    expect(may('carla', [])).toBe(false);
  });
});
