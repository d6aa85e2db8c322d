import type { Permission } from '@plenary/ground/kernel';
import type { ActsFor, Standing } from '@plenary/organisations/domain';
import { allowedBy, capacitiesOf, mayAskAbout } from './capacities.js';

const actsFor = (
  organisationId: string,
  role: ActsFor['role'],
  organisationState: ActsFor['organisationState'],
) => ({
  ...{ organisationId, role, organisationState },
  chosenAt: null,
  since: 0,
});
const standing = (personId: string, traits: Partial<Standing> = {}): Standing => ({
  ...{ personId, coalitionRoles: [], organisationIds: [], focalPointOf: [], speaksFor: null },
  ...traits,
});

describe('what somebody may do, and why', () => {
  it('RGT-1 follows from roles, active organisations and groups', () => {
    const held = capacitiesOf(
      ['penholder'],
      [actsFor('sea', 'focal_point', 'active'), actsFor('quay', 'member', 'suspended')],
      [{ groupId: 'women', role: 'lead' }],
    );
    expect(held.map(({ capacity, of }) => [capacity, of?.id ?? null])).toEqual([
      ['everybody', null],
      ['penholder', null],
      ['focal_point', 'sea'],
      ['group_lead', 'women'],
    ]);
  });

  it('RGT-2 each reason counts, and the widest reach holds', () => {
    const permissions: Permission[] = [
      { name: 'organisation.describe', by: { coordinator: 'all', focal_point: 'own' }, chapter: 'coalition' },
      { name: 'organisation.add', by: { coordinator: 'all' }, chapter: 'coalition' },
    ];
    const focal = capacitiesOf(
      [],
      [actsFor('sea', 'focal_point', 'active'), actsFor('quay', 'focal_point', 'active')],
      [],
    );
    expect(allowedBy(permissions, focal)).toEqual([
      {
        name: 'organisation.describe',
        chapter: 'coalition',
        reach: 'own',
        because: focal.filter(({ capacity }) => capacity === 'focal_point'),
      },
    ]);
    const both = capacitiesOf(['coordinator'], [actsFor('sea', 'focal_point', 'active')], []);
    expect(
      allowedBy(permissions, both).map(({ name, reach, because }) => [name, reach, because.length]),
    ).toEqual([
      ['organisation.describe', 'all', 1],
      ['organisation.add', 'all', 1],
    ]);
    expect(allowedBy(permissions, capacitiesOf([], [], []))).toEqual([]);
  });

  it('RGT-3 who may ask about a person', () => {
    const ana = standing('ana', { organisationIds: ['sea'] });
    expect(mayAskAbout(ana, ana)).toBe(true);
    expect(mayAskAbout(standing('amara', { coalitionRoles: ['coordinator'] }), ana)).toBe(true);
    expect(mayAskAbout(standing('lin', { organisationIds: ['sea'], focalPointOf: ['sea'] }), ana)).toBe(true);
    expect(mayAskAbout(standing('lin', { organisationIds: ['sea'] }), ana)).toBe(false);
    expect(mayAskAbout(standing('lin', { focalPointOf: ['quay'] }), ana)).toBe(false);
  });
});
