import { errorThrower } from '@plenary/ground/kernel';

/** Each code has a sentence in every language: web/messages. */
export const commentErrors = {
  'comment.name-empty': { status: 422 },
  'comment.forbidden': { status: 403 },
} as const;

/** The one way in which this room refuses. */
export const failComment = errorThrower(commentErrors);
