import { needsReason, nextStates } from './organisation-state.js';
import { organisationStates } from './vocabulary.js';

describe('the states of an organisation', () => {
  it('ORG-10 it applies, is taken in or refused, may be suspended, and may leave and come back', () => {
    expect(nextStates('applied')).toEqual(['active', 'refused']);
    expect(nextStates('active')).toEqual(['suspended', 'left']);
    expect(nextStates('left')).toEqual(['active']);
    expect(organisationStates.filter((state) => nextStates(state).includes('applied'))).toEqual([]);
  });

  it('ORG-10 everything but taking in needs a reason', () => {
    expect(organisationStates.filter((state) => !needsReason(state))).toEqual(['active']);
  });
});
