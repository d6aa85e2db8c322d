import {
  directStates,
  isFoundByAll,
  mayGo,
  mayUndo,
  needsReason,
  type StateChange,
} from './organisation-state.js';
import { organisationLimits, organisationStates } from './vocabulary.js';

describe('the states of an organisation', () => {
  it('ORG-10 it may be suspended, and may leave and come back', () => {
    expect(directStates('active')).toEqual(['suspended', 'left']);
    expect(directStates('left')).toEqual(['active']);
  });

  it('ORG-10 who was refused is accepted by nothing but another look at the application', () => {
    expect(directStates('refused')).toEqual(['applied']);
    expect(directStates('applied')).toEqual([]);
    const toActive = organisationStates.filter((state) => directStates(state).includes('active'));
    expect(toActive).toEqual(['suspended', 'left']);
  });

  it('ORG-3 what is unlisted, or not of the coalition, is not found by all', () => {
    const found = organisationStates.filter((state) => isFoundByAll({ state, listing: 'listed' }));
    expect(found).toEqual(['active', 'suspended', 'left', 'merged']);
    expect(isFoundByAll({ state: 'active', listing: 'unlisted' })).toBe(false);
  });

  it('ORG-10 everything but accepting needs a reason', () => {
    expect(organisationStates.filter((state) => !needsReason(state))).toEqual(['active']);
  });

  it('ORG-10 an act upon several never decides an application', () => {
    expect(mayGo('active', 'suspended')).toBe(true);
    expect(mayGo('left', 'suspended')).toBe(false);
    expect(mayGo('applied', 'active')).toBe(false);
  });

  describe('ORG-21 a change is undone', () => {
    const last: StateChange = { state: 'left', before: 'suspended', by: 'ana', at: 1_000 };
    const now = { state: 'left', personId: 'ana', at: 2_000 } as const;

    it('by who made it, even where no other way leads', () => {
      expect(directStates('left')).not.toContain('suspended');
      expect(mayUndo(last, now)).toBe(true);
    });

    it.each<[string, StateChange | null, Partial<Record<keyof typeof now, unknown>>]>([
      ['which is not on record', null, {}],
      ['of somebody else', { ...last, by: 'bo' }, {}],
      ['of the system', { ...last, by: null }, {}],
      ['after which came another', last, { state: 'active' }],
      ['that made it another’s', { ...last, state: 'merged' }, { state: 'merged' }],
      ['that answered an applicant', { ...last, before: 'applied' }, {}],
      ['that took one back itself', { ...last, takesBack: '7' }, {}],
      ['after an hour', last, { at: 1_001 + organisationLimits.undoMs }],
    ])('not one %s', (_, change, otherwise) => {
      expect(mayUndo(change, { ...now, ...otherwise } as never)).toBe(false);
    });
  });
});
