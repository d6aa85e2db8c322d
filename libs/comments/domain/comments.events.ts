import { defineEvent, type Subject } from '@plenary/ground/kernel';
import type { Outcome, PlaceKind, ThreadAudience } from './threads/vocabulary.js';

/** Whatever happens in a thread is told under the thread, so that it reaches those alone who may read it. */
export const threadSubject = (threadId: string): Subject => ({ kind: 'thread', id: threadId });

/** Those who show it, or a list of threads, and may read it now. */
const toReaders = ({ subject }: { subject: Subject }) => ({ kind: 'subject', subject }) as const;

/** Payloads never carry words: whoever may read them asks for them. */
interface InThread {
  readonly statementId: string;
  readonly commentId: string;
}

export const threadBegun = defineEvent<
  'comment.thread-begun',
  InThread & { readonly place: PlaceKind; readonly audience: ThreadAudience }
>({
  name: 'comment.thread-begun',
  audience: toReaders,
  record: { told: [{ as: 'word', key: 'audience', words: 'comments-record:audience' }] },
});

export const commentAdded = defineEvent<'comment.added', InThread>({
  name: 'comment.added',
  audience: toReaders,
});

export const commentEdited = defineEvent<'comment.edited', InThread>({
  name: 'comment.edited',
  audience: toReaders,
});

/** On the record where somebody took another's words away; `personId` is whose they were. */
export const commentDeleted = defineEvent<
  'comment.deleted',
  InThread & { readonly personId: string; readonly by: 'author' | 'other' }
>({
  name: 'comment.deleted',
  audience: toReaders,
  record: { only: { key: 'by', among: ['other'] } },
});

/** Also said when a translation is taken away. */
export const commentTranslated = defineEvent<'comment.translated', InThread & { readonly language: string }>({
  name: 'comment.translated',
  audience: toReaders,
});

/** Also said when the outcome becomes another. */
export const threadResolved = defineEvent<
  'comment.thread-resolved',
  { readonly statementId: string; readonly outcome: Outcome }
>({
  name: 'comment.thread-resolved',
  audience: toReaders,
  record: { told: [{ as: 'word', key: 'outcome', words: 'comments-record:outcome' }] },
});

export const threadReopened = defineEvent<'comment.thread-reopened', { readonly statementId: string }>({
  name: 'comment.thread-reopened',
  audience: toReaders,
  record: {},
});
