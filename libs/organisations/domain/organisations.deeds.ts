import { defineDeed, type Reach } from '@plenary/ground/kernel';
import { coalitionRoles, representativeRoles } from './vocabulary.js';

const everybody = { everybody: 'all' } as const;
const coordinators = { coordinator: 'all' } as const;
/** ORG-6: coordinators for every organisation, focal points for their own. */
const itsFocalPoints = { coordinator: 'all', focal_point: 'own' } as const;

/** The same reach in several capacities. */
export const each = (capacities: readonly string[], reach: Reach): Record<string, Reach> =>
  Object.fromEntries(capacities.map((capacity) => [capacity, reach]));

export const organisationDeeds = {
  read: defineDeed('coalition.read', everybody),
  keepList: defineDeed('list.keep', { everybody: 'own' }),
  acceptInvitation: defineDeed('invitation.accept', { everybody: 'own' }),
  speakFor: defineDeed('organisation.speak-for', each(representativeRoles, 'own')),
  leave: defineDeed('organisation.leave', each(representativeRoles, 'own')),
  describe: defineDeed('organisation.describe', itsFocalPoints),
  readHistory: defineDeed('organisation.read-history', itsFocalPoints),
  namePeople: defineDeed('organisation.name-people', itsFocalPoints),
  invite: defineDeed('organisation.invite', itsFocalPoints),
  giveMandate: defineDeed('organisation.give-mandate', itsFocalPoints),
  seeFullName: defineDeed('person.see-full-name', itsFocalPoints),
  helpWithDevice: defineDeed('person.help-with-device', itsFocalPoints),
  add: defineDeed('organisation.add', coordinators),
  vet: defineDeed('organisation.vet', coordinators),
  decide: defineDeed('organisation.decide', coordinators),
  seeUnlisted: defineDeed('organisation.see-unlisted', {
    ...coordinators,
    ...each(representativeRoles, 'own'),
  }),
  import: defineDeed('list.import', coordinators),
  export: defineDeed('list.export', coordinators),
  change: defineDeed('coalition.change', coordinators),
  giveRoles: defineDeed('coalition.give-roles', coordinators),
  inviteToRoles: defineDeed('coalition.invite', coordinators),
  look: defineDeed('look.begin', coordinators),
} as const;

/** In which capacity somebody does something, as far as this room knows. */
export const coalitionCapacities = ['everybody', ...coalitionRoles, ...representativeRoles] as const;
