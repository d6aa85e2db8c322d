import { chapters, defineDeed } from '@plenary/ground/kernel';

const coordinators = { coordinator: 'all' } as const;
const chapter = 'coalition';

export const arrivalDeeds = {
  acceptInvitation: defineDeed('invitation.accept', { everybody: 'own' }, chapters.first),
  // ORG-6, ORG-7
  invite: defineDeed('organisation.invite', { coordinator: 'all', focal_point: 'own' }, chapter),
  vet: defineDeed('organisation.vet', coordinators, chapter),
  import: defineDeed('list.import', coordinators, chapter),
  export: defineDeed('list.export', coordinators, chapter),
  inviteToRoles: defineDeed('coalition.invite', coordinators, chapter),
} as const;
