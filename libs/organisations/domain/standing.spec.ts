import {
  mayFindUnlisted,
  mayNamePeople,
  organisationSpokenFor,
  standingOf,
  type ActsFor,
} from './standing.js';

const acts = (
  organisationId: string,
  role: ActsFor['role'],
  organisationState: ActsFor['organisationState'],
  chosenAt: number | null = null,
  since = 0,
) => ({
  organisationId,
  role,
  organisationState,
  chosenAt,
  since,
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

  it('ORG-2 a further organisation changes nothing, whatever its mandate, until it is chosen', () => {
    const first = acts('b', 'member', 'active', null, 1);
    const further = acts('a', 'focal_point', 'active', null, 2);
    expect(organisationSpokenFor([further, first])).toBe('b');
    expect(organisationSpokenFor([{ ...further, chosenAt: 3 }, first])).toBe('a');
  });

  it('ORG-3 unlisted organisations are seen by coordinators and their own people', () => {
    expect(mayFindUnlisted(standingOf('ana', ['coordinator'], []), 'a')).toBe(true);
    expect(mayFindUnlisted(standingOf('ana', [], [acts('a', 'member', 'active')]), 'a')).toBe(true);
    expect(mayFindUnlisted(standingOf('ana', ['observer'], []), 'a')).toBe(false);
  });

  it('ORG-2 who chose speaks for the one chosen last, as long as it is active', () => {
    const chosen = [
      acts('a', 'focal_point', 'active'),
      acts('b', 'member', 'active', 1),
      acts('c', 'member', 'active', 2),
    ];
    expect(organisationSpokenFor(chosen)).toBe('c');
    expect(organisationSpokenFor([...chosen.slice(0, 2), acts('c', 'member', 'suspended', 2)])).toBe('b');
  });

  it('ORG-6 coordinators and focal points of an active organisation name its people', () => {
    const focal = standingOf(
      'ana',
      [],
      [acts('a', 'focal_point', 'active'), acts('b', 'focal_point', 'suspended')],
    );
    expect(mayNamePeople(focal, 'a')).toBe(true);
    expect(mayNamePeople(focal, 'b')).toBe(false);
    expect(mayNamePeople(standingOf('ana', ['coordinator'], []), 'b')).toBe(true);
    expect(
      mayNamePeople(standingOf('ana', ['facilitator'], [acts('a', 'representative', 'active')]), 'a'),
    ).toBe(false);
  });
});
