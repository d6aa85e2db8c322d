import type { CommentView, ThreadPlaceView, ThreadView } from '@plenary/comments/domain';

/** Views as the server would say them; what a case is about is given. */
const ids = (kind: string, number: number) =>
  `00000000-0000-4000-8000-${kind
    .padEnd(4, '0')
    .slice(0, 4)
    .replace(/[^0-9a-f]/g, '0')}${String(number).padStart(8, '0')}`;

export const threadId = (number: number): string => ids('1', number);
export const commentId = (number: number): string => ids('2', number);

export const author = (name: string, organisation: string | null = null) => ({
  personId: ids('3', name.length),
  name,
  colour: '#5f6b66',
  organisation:
    organisation === null ? null : { id: ids('4', organisation.length), name: organisation, acronym: null },
});

export const comment = (number: number, about: Partial<CommentView> = {}): CommentView => ({
  id: commentId(number),
  author: author('Amara'),
  enteredFor: null,
  text: `Comment ${number}`,
  language: 'en',
  mentions: [],
  translations: [],
  createdAt: `2026-11-24T10:0${number}:00.000Z`,
  ...{ editedAt: null, deletedAt: null, deletedBy: null, isUnread: false },
  may: { edit: false, delete: false, translate: false },
  ...about,
});

const onStatement = {
  ...{ kind: 'statement' as const, anchor: null, print: null, paragraphId: null, suggestionId: null },
  ...{ quote: '', before: '', after: '' },
};

export const thread = (number: number, about: Partial<ThreadView> = {}): ThreadView => ({
  id: threadId(number),
  statementId: 's',
  place: onStatement,
  audience: 'readers',
  organisation: null,
  outcome: null,
  comments: [comment(number)],
  unreadCount: 0,
  createdAt: '2026-11-24T10:00:00.000Z',
  changedAt: '2026-11-24T10:00:00.000Z',
  may: { reply: true, resolve: false, reopen: false },
  ...about,
});

export const line = (number: number, about: Partial<ThreadPlaceView> = {}): ThreadPlaceView => ({
  id: threadId(number),
  place: onStatement,
  isResolved: false,
  audience: 'readers',
  commentCount: 1,
  unreadCount: 0,
  beginning: `Beginning ${number}`,
  author: author('Amara'),
  enteredFor: null,
  ...about,
});
