import { defineEvent, type Audience, type Subject } from '@plenary/ground/kernel';
import type { HistoryRight } from './history/history-right.js';
import type { GrantableRight, OwnerKind, SubjectKind } from './vocabulary.js';

/** Those who show it, or a list of statements, and may read it. */
const toReaders = (event: { subject: Subject }): Audience => ({ kind: 'subject', subject: event.subject });

export const statementCreated = defineEvent<
  'statement.created',
  { title: string; ownerKind: OwnerKind; groupId: string | null; language: string }
>({ name: 'statement.created', audience: toReaders, record: {} });

export const statementRenamed = defineEvent<'statement.renamed', { title: string; before: string }>({
  name: 'statement.renamed',
  audience: toReaders,
  // AUD-3: titles, now and before, are for those who may read the statement.
  record: {},
});

/** Somebody wrote in it: its number of words and the time of its last change are others. On no record. */
export const statementCounted = defineEvent<'statement.counted', object>({
  name: 'statement.counted',
  audience: ({ subject }) => ({ kind: 'lists', subject }),
});

/** STM-24: a moment of the text was given a name. */
export const statementVersionNamed = defineEvent<
  'statement.version-named',
  { versionId: string; name: string; seq: number }
>({ name: 'statement.version-named', audience: toReaders, record: {} });

/** STM-22: others may see the history now, or fewer. */
export const statementHistoryOpened = defineEvent<
  'statement.history-opened',
  { right: HistoryRight; before: HistoryRight }
>({
  name: 'statement.history-opened',
  audience: toReaders,
  record: {
    told: [{ as: 'change', key: 'right', before: 'before', words: 'statements-record:history.right' }],
  },
});

/** STM-28: the whole text, or one paragraph, reads again as it did at an earlier moment. */
export const statementRestored = defineEvent<
  'statement.restored',
  { to: number; seq: number; paragraphId: string | null }
>({ name: 'statement.restored', audience: toReaders, record: {} });

/** STM-29: words were taken out of the text and its history for good. On record without the words. */
export const statementPassageErased = defineEvent<
  'statement.passage-erased',
  { erasureId: string; seq: number; characters: number; reason: string }
>({
  name: 'statement.passage-erased',
  audience: toReaders,
  record: { told: [{ as: 'reason', key: 'reason' }] },
});

interface GrantPayload {
  grantId: string;
  subjectKind: SubjectKind;
  subjectId: string | null;
  right: GrantableRight;
}

const named: readonly SubjectKind[] = ['person', 'organisation', 'group'];

/** To whom a right is given: somebody of a name, or a word for many. */
const grantee = {
  other: ({ subjectKind: kind, subjectId: id }: GrantPayload) =>
    named.includes(kind) && id ? { kind, id } : null,
  to: {
    as: 'to',
    key: 'to',
    words: 'statements:subject',
    of: ({ subjectKind, subjectId }: GrantPayload) => {
      if (subjectKind === 'everyone') return 'everyone';
      return subjectKind === 'role' ? `role.${subjectId}` : null;
    },
  },
} as const;

/** Also said when a grant is changed; `before` is then the earlier right. */
export const statementRightGranted = defineEvent<
  'statement.right-granted',
  GrantPayload & { before: GrantableRight | null }
>({
  name: 'statement.right-granted',
  audience: toReaders,
  record: {
    other: grantee.other,
    told: [{ as: 'change', key: 'right', before: 'before', words: 'statements:right' }, grantee.to],
  },
});

/** Who lost a right may not read it any more, and hears that all the same: they could until now. */
export const statementRightWithdrawn = defineEvent<'statement.right-withdrawn', GrantPayload>({
  name: 'statement.right-withdrawn',
  audience: (event) => ({ kind: 'several', of: [toReaders(event), toThose(event.payload)] }),
  record: {
    other: grantee.other,
    told: [{ as: 'word', key: 'right', words: 'statements:right' }, grantee.to],
  },
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
