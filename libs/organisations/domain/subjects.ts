import type { Subject } from '@plenary/ground/kernel';

/** What the record of an organisation stands under. */
export const organisationSubject = (id: string) => ({ kind: 'organisation', id }) as const;

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

/** Who has come and who was written to, for coordinators. */
export const reachSubject: Subject = { kind: 'reach', id: 'coalition' };

/** Filters and columns that somebody keeps under a name. */
export const savedListSubject = (id: string): Subject => ({ kind: 'saved-list', id });
