import { groupStandingOf } from './group-standing.js';

describe('standing in groups', () => {
  it('GRP-1 who is in a group for an organisation counts as long as the person acts for it', () => {
    const memberships = [
      { groupId: 'women', role: 'lead' as const, organisationId: 'a' },
      { groupId: 'media', role: 'member' as const, organisationId: 'b' },
      { groupId: 'youth', role: 'member' as const, organisationId: null },
    ];
    expect(groupStandingOf(memberships, ['a']).map((each) => each.groupId)).toEqual(['women', 'youth']);
  });
});
