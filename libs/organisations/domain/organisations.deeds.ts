import { chapters, defineDeed, type Reach } from '@plenary/ground/kernel';
import { coalitionRoles, representativeRoles } from './vocabulary.js';

const everybody = { everybody: 'all' } as const;
const coordinators = { coordinator: 'all' } as const;
/** ORG-6: coordinators for every organisation, focal points for their own. */
const itsFocalPoints = { coordinator: 'all', focal_point: 'own' } as const;

/** The same reach in several capacities. */
export const each = (capacities: readonly string[], reach: Reach): Record<string, Reach> =>
  Object.fromEntries(capacities.map((capacity) => [capacity, reach]));

const chapter = 'coalition';

export const organisationDeeds = {
  read: defineDeed('coalition.read', everybody, chapter),
  keepList: defineDeed('list.keep', { everybody: 'own' }, chapters.first),
  speakFor: defineDeed('organisation.speak-for', each(representativeRoles, 'own'), chapter),
  leave: defineDeed('organisation.leave', each(representativeRoles, 'own'), chapter),
  describe: defineDeed('organisation.describe', itsFocalPoints, chapter),
  readHistory: defineDeed('organisation.read-history', itsFocalPoints, chapter),
  namePeople: defineDeed('organisation.name-people', itsFocalPoints, chapter),
  giveMandate: defineDeed('organisation.give-mandate', itsFocalPoints, chapter),
  seeFullName: defineDeed('person.see-full-name', itsFocalPoints, chapter),
  helpWithDevice: defineDeed('person.help-with-device', itsFocalPoints, chapter),
  add: defineDeed('organisation.add', coordinators, chapter),
  decide: defineDeed('organisation.decide', coordinators, chapter),
  seeUnlisted: defineDeed(
    'organisation.see-unlisted',
    {
      ...coordinators,
      ...each(representativeRoles, 'own'),
    },
    chapter,
  ),
  change: defineDeed('coalition.change', coordinators, chapter),
  giveRoles: defineDeed('coalition.give-roles', coordinators, chapter),
} as const;

/** In which capacity somebody does something, as far as this room knows. */
export const coalitionCapacities = ['everybody', ...coalitionRoles, ...representativeRoles] as const;
