import { chapters, definePermission } from '@plenary/ground/kernel';

const coordinators = { coordinator: 'all' } as const;
const chapter = 'coalition';

export const arrivalPermissions = {
  acceptInvitation: definePermission('invitation.accept', { everybody: 'own' }, chapters.first),
  // ORG-6, ORG-7
  invite: definePermission('organisation.invite', { coordinator: 'all', focal_point: 'own' }, chapter),
  vet: definePermission('organisation.vet', coordinators, chapter),
  import: definePermission('list.import', coordinators, chapter),
  export: definePermission('list.export', coordinators, chapter),
  inviteToRoles: definePermission('coalition.invite', coordinators, chapter),
} as const;
