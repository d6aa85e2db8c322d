import { standingOf, type ActsFor } from '@plenary/organisations/domain';
import { mayInvite, mayAccept } from './arrival-rights.js';

const focalPointOfA: ActsFor = {
  ...{ organisationId: 'a', role: 'focal_point', organisationState: 'active' },
  ...{ chosenAt: null, since: 0 },
};

describe('who lets people and organisations in', () => {
  it('ORG-7 only coordinators invite to a role in the coalition', () => {
    const focal = standingOf('ana', [], [focalPointOfA]);
    expect(mayInvite(focal, { organisationId: 'a', coalitionRole: null })).toBe(true);
    expect(mayInvite(focal, { organisationId: 'b', coalitionRole: null })).toBe(false);
    expect(mayInvite(focal, { organisationId: 'a', coalitionRole: 'translator' })).toBe(false);
    const coordinator = standingOf('ana', ['coordinator'], []);
    expect(mayInvite(coordinator, { organisationId: null, coalitionRole: 'coordinator' })).toBe(true);
  });

  it('ORG-14 a second opinion is another coordinator’s, the last one that each gave', () => {
    const note = (authorId: string, opinion: 'for' | 'against' | null) => ({ authorId, opinion });
    expect(mayAccept('ana', [], false)).toBe(true);
    expect(mayAccept('ana', [note('ana', 'for'), note('bo', null)], true)).toBe(false);
    expect(mayAccept('ana', [note('bo', 'against'), note('bo', 'for')], true)).toBe(true);
    expect(mayAccept('ana', [note('bo', 'for'), note('cy', 'against')], true)).toBe(false);
  });
});
