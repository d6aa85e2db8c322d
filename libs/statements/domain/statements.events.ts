import { defineEvent, type Subject } from '@plenary/ground/kernel';
import type { GrantableRight, OwnerKind, SubjectKind } from './vocabulary.js';

/** Those who may read the statement: the subject's channel is open to nobody else. */
const toReaders = (event: { subject: Subject }) => ({ kind: 'subject', subject: event.subject }) as const;

/** Subject of all events here: the statement. */
export const statementSubject = (statementId: string): Subject => ({ kind: 'statement', id: statementId });

export const statementCreated = defineEvent<
  'statement.created',
  { title: string; ownerKind: OwnerKind; groupId: string | null; language: string }
>({ name: 'statement.created', audience: toReaders });

export const statementRenamed = defineEvent<'statement.renamed', { title: string; before: string }>({
  name: 'statement.renamed',
  audience: toReaders,
});

interface GrantPayload {
  grantId: string;
  subjectKind: SubjectKind;
  subjectId: string | null;
  right: GrantableRight;
}

/** Also said when a grant is changed; `before` is then the earlier right. */
export const statementRightGranted = defineEvent<
  'statement.right-granted',
  GrantPayload & { before: GrantableRight | null }
>({ name: 'statement.right-granted', audience: toReaders });

export const statementRightWithdrawn = defineEvent<'statement.right-withdrawn', GrantPayload>({
  name: 'statement.right-withdrawn',
  audience: toReaders,
});
