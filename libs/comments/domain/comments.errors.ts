import { errorThrower } from '@plenary/ground/kernel';

/** Each code has a sentence in every language: web/messages. */
export const commentErrors = {
  /** Unknown, or not for this person: nobody can tell which (COM-1). */
  'comment.thread-not-found': { status: 404 },
  'comment.not-found': { status: 404 },
  /** The text has no such characters, or not yet: to be sent again once they are saved (COM-3). */
  'comment.passage-unknown': { status: 409 },
  'comment.passage-too-long': { status: 422 },
  'comment.text-empty': { status: 422 },
  'comment.text-too-long': { status: 422 },
  'comment.too-many-mentions': { status: 422 },
  /** A thread for one's organisation by somebody who speaks for none (COM-2). */
  'comment.no-organisation': { status: 422 },
  /** The organisation whose words are entered is none that the caller may find. */
  'comment.organisation-unknown': { status: 422 },
  'comment.may-not-enter-for': { status: 403 },
  /** Somebody else's, and the caller does not manage the statement (COM-5). */
  'comment.not-yours': { status: 403 },
  'comment.may-not-resolve': { status: 403 },
  /** It was deleted: there is nothing left to change or to translate. */
  'comment.deleted': { status: 409 },
  /** The id that the client gave stands for something else. */
  'comment.id-taken': { status: 409 },
  'comment.too-many-threads': { status: 409 },
  'comment.too-many-comments': { status: 409 },
} as const;

/** The one way in which this room refuses. */
export const failComment = errorThrower(commentErrors);
