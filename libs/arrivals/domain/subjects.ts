import type { Subject } from '@plenary/ground/kernel';

/** The invitations of an organisation, or those to roles in the coalition: of interest to who may make them. */
export const invitationsSubject = (organisationId: string | null): Subject => ({
  kind: 'invitations',
  id: organisationId ?? 'coalition',
});

/** What is written beside an application, for coordinators. */
export const applicationSubject = (organisationId: string): Subject => ({
  kind: 'application',
  id: organisationId,
});
