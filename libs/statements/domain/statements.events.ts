import { defineEvent, type Audience, type Subject } from '@plenary/ground/kernel';
import type { GrantableRight, OwnerKind, SubjectKind } from './vocabulary.js';

/** Those who show it, or a list of statements, and may read it. */
const toReaders = (event: { subject: Subject }): Audience => ({ kind: 'subject', subject: event.subject });

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

/** Who lost a right may not read it any more, and hears that all the same: they could until now. */
export const statementRightWithdrawn = defineEvent<'statement.right-withdrawn', GrantPayload>({
  name: 'statement.right-withdrawn',
  audience: (event) => ({ kind: 'several', of: [toReaders(event), toThose(event.payload)] }),
});

/** Those to whom a right was given. */
function toThose({ subjectKind, subjectId }: GrantPayload): Audience {
  switch (subjectKind) {
    case 'person':
      return { kind: 'people', personIds: [subjectId!] };
    case 'everyone':
      return { kind: 'members', of: { kind: 'coalition', id: 'everyone' } };
    case 'role':
      return { kind: 'members', of: { kind: 'coalition-role', id: subjectId! } };
    case 'organisation':
      // ORG-2: the right was theirs who speak for it.
      return { kind: 'members', of: { kind: 'spoken-for', id: subjectId! } };
    case 'group':
      return { kind: 'members', of: { kind: 'group', id: subjectId! } };
  }
}
