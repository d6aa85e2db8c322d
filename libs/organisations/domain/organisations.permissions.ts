import { chapters, definePermission, type Reach } from '@plenary/ground/kernel';
import { coalitionRoles, representativeRoles } from './vocabulary.js';

const everybody = { everybody: 'all' } as const;
const coordinators = { coordinator: 'all' } as const;
/** ORG-6: coordinators for every organisation, focal points for their own. */
const itsFocalPoints = { coordinator: 'all', focal_point: 'own' } as const;

/** The same reach in several capacities. */
export const each = (capacities: readonly string[], reach: Reach): Record<string, Reach> =>
  Object.fromEntries(capacities.map((capacity) => [capacity, reach]));

const chapter = 'coalition';

export const organisationPermissions = {
  read: definePermission('coalition.read', everybody, chapter),
  keepList: definePermission('list.keep', { everybody: 'own' }, chapters.first),
  speakFor: definePermission('organisation.speak-for', each(representativeRoles, 'own'), chapter),
  leave: definePermission('organisation.leave', each(representativeRoles, 'own'), chapter),
  describe: definePermission('organisation.describe', itsFocalPoints, chapter),
  readHistory: definePermission('organisation.read-history', itsFocalPoints, chapter),
  namePeople: definePermission('organisation.name-people', itsFocalPoints, chapter),
  giveMandate: definePermission('organisation.give-mandate', itsFocalPoints, chapter),
  seeFullName: definePermission('person.see-full-name', itsFocalPoints, chapter),
  helpWithDevice: definePermission('person.help-with-device', itsFocalPoints, chapter),
  add: definePermission('organisation.add', coordinators, chapter),
  decide: definePermission('organisation.decide', coordinators, chapter),
  seeUnlisted: definePermission(
    'organisation.see-unlisted',
    {
      ...coordinators,
      ...each(representativeRoles, 'own'),
    },
    chapter,
  ),
  change: definePermission('coalition.change', coordinators, chapter),
  giveRoles: definePermission('coalition.give-roles', coordinators, chapter),
} as const;

/** In which capacity somebody does something, as far as this room knows. */
export const coalitionCapacities = ['everybody', ...coalitionRoles, ...representativeRoles] as const;
