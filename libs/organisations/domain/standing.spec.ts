import { mayFindUnlisted, organisationSpokenFor, standingOf, type ActsFor } from './standing.js';

const acts = (
  organisationId: string,
  role: ActsFor['role'],
  organisationState: ActsFor['organisationState'],
) => ({
  organisationId,
  role,
  organisationState,
});

describe('standing in the coalition', () => {
  it('ORG-1 a person acts for active organisations only', () => {
    const standing = standingOf(
      'ana',
      ['translator'],
      [acts('a', 'member', 'active'), acts('b', 'focal_point', 'suspended'), acts('c', 'member', 'left')],
    );
    expect(standing.organisationIds).toEqual(['a']);
    expect(standing.coalitionRoles).toEqual(['translator']);
  });

  it('ORG-2 who belongs to several speaks for the one whose mandate weighs most', () => {
    expect(
      organisationSpokenFor([
        acts('a', 'member', 'active'),
        acts('c', 'representative', 'active'),
        acts('b', 'representative', 'active'),
        acts('d', 'focal_point', 'suspended'),
      ]),
    ).toBe('b');
    expect(organisationSpokenFor([])).toBeNull();
  });

  it('ORG-3 unlisted organisations are seen by coordinators and their own people', () => {
    expect(mayFindUnlisted(standingOf('ana', ['coordinator'], []), 'a')).toBe(true);
    expect(mayFindUnlisted(standingOf('ana', [], [acts('a', 'member', 'active')]), 'a')).toBe(true);
    expect(mayFindUnlisted(standingOf('ana', ['observer'], []), 'a')).toBe(false);
  });
});
