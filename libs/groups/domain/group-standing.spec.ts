import { groupStandingOf } from './group-standing.js';

describe('standing in groups', () => {
  it('GRP-1 who is in a group for an organisation counts as long as the person acts for it, who is for none as long as they have a role', () => {
    const memberships = [
      { groupId: 'women', role: 'lead' as const, organisationId: 'a' },
      { groupId: 'media', role: 'member' as const, organisationId: 'b' },
      { groupId: 'youth', role: 'member' as const, organisationId: null },
    ];
    const idsFor = (organisationIds: string[], coalitionRoles: string[]) =>
      groupStandingOf(memberships, { organisationIds, coalitionRoles }).map((each) => each.groupId);
    expect(idsFor(['a'], [])).toEqual(['women']);
    expect(idsFor(['a'], ['observer'])).toEqual(['women', 'youth']);
    expect(idsFor([], ['observer'])).toEqual(['youth']);
    expect(idsFor([], [])).toEqual([]);
  });
});
