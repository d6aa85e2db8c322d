import { defineEvent, type Subject } from '@plenary/ground/kernel';
import type { Signal } from './vocabulary.js';

/** Whatever happens to a suggestion is told under it, so that it reaches those alone who may see it. */
export const suggestionSubject = (id: string): Subject => ({ kind: 'suggestion', id });

const toReaders = ({ subject }: { subject: Subject }) => ({ kind: 'subject', subject }) as const;

interface OnStatement {
  readonly statementId: string;
}

/** Also said each time that it is sent with another wording. */
export const suggestionSent = defineEvent<'suggestion.sent', OnStatement & { readonly wording: number }>({
  name: 'suggestion.sent',
  audience: toReaders,
  record: {},
});

/** An organisation says what it thinks of it; null when it says nothing any more. */
export const suggestionSignalled = defineEvent<
  'suggestion.signalled',
  OnStatement & { readonly signal: Signal | null }
>({ name: 'suggestion.signalled', audience: toReaders });

/** `personId` is whose it is; `changed` when other words were accepted in place of some. */
export const suggestionAccepted = defineEvent<
  'suggestion.accepted',
  OnStatement & { readonly personId: string; readonly changed: boolean }
>({
  name: 'suggestion.accepted',
  audience: toReaders,
  record: { told: [{ as: 'flag', key: 'changed', words: 'comments-record:with-changes' }] },
});

export const suggestionRejected = defineEvent<
  'suggestion.rejected',
  OnStatement & { readonly personId: string }
>({ name: 'suggestion.rejected', audience: toReaders, record: {} });

export const suggestionTakenBack = defineEvent<
  'suggestion.taken-back',
  OnStatement & { readonly personId: string }
>({ name: 'suggestion.taken-back', audience: toReaders, record: {} });

export const suggestionWithdrawn = defineEvent<'suggestion.withdrawn', OnStatement>({
  name: 'suggestion.withdrawn',
  audience: toReaders,
  record: {},
});
