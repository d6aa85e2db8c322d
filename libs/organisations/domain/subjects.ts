import type { Subject } from '@plenary/ground/kernel';

/** What the record of an organisation stands under. */
export const organisationSubject = (id: string) => ({ kind: 'organisation', id }) as const;

/** Who has come and who was written to, for coordinators. */
export const reachSubject: Subject = { kind: 'reach', id: 'coalition' };

/** Filters and columns that somebody keeps under a name. */
export const savedListSubject = (id: string): Subject => ({ kind: 'saved-list', id });
