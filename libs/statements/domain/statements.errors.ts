import { errorThrower } from '@plenary/ground/kernel';

export const statementErrors = {
  /** Unknown, or not for this person: nobody can tell which (STM-6). */
  'statement.not-found': { status: 404 },
  'statement.title-empty': { status: 400 },
  'statement.title-too-long': { status: 400 },
  /** The caller may read it, but the right does not cover the request. */
  'statement.forbidden': { status: 403 },
  'statement.may-not-create': { status: 403 },
  'statement.group-missing': { status: 400 },
  'statement.subject-unknown': { status: 400 },
  'statement.grant-not-found': { status: 404 },
  'statement.too-many-grants': { status: 409 },
  'statement.last-manager': { status: 409 },
  /** The caller may read it, and its history is for those with another right (STM-22). */
  'statement.history-closed': { status: 403 },
  /** No row of this number is there to be read. */
  'statement.moment-unknown': { status: 404 },
  /** Rows are missing, so that this moment cannot be shown. */
  'statement.history-gap': { status: 409 },
  'statement.version-name-empty': { status: 400 },
  'statement.version-name-too-long': { status: 400 },
  'statement.version-name-taken': { status: 409 },
  'statement.too-many-versions': { status: 409 },
  /** A paragraph that is named was not there at that moment. */
  'statement.paragraph-unknown': { status: 404 },
  /** STM-29: what is to be erased are too few characters to be told from others. */
  'statement.passage-too-short': { status: 400 },
  /** More than can be looked for at once. `most`: how many characters can. */
  'statement.passage-too-long': { status: 400 },
  'statement.erasure-reason-empty': { status: 400 },
} as const;

/** The one way in which this room refuses. */
export const failStatement = errorThrower(statementErrors);
