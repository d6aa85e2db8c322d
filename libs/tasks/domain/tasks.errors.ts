import { errorThrower } from '@plenary/ground/kernel';

/** Each code has a sentence in every language: web/messages. */
export const taskErrors = {
  /** Unknown, or not for this person: nobody can tell which (TSK-3). */
  'task.not-found': { status: 404 },
  'task.forbidden': { status: 403 },
  'task.title-empty': { status: 422 },
  'task.notes-too-long': { status: 422 },
  'task.due-unknown': { status: 422 },
  /** Somebody whom the caller may not find, or who cannot be given a task. */
  'task.person-unknown': { status: 422 },
  'task.organisation-unknown': { status: 422 },
  /** What it is to come from is not there, or not for the caller. */
  'task.about-unknown': { status: 422 },
  /** The card behind which it is to stand is not on that board. */
  'task.place-unknown': { status: 409 },
  'task.step-unknown': { status: 404 },
  'task.too-many-steps': { status: 409 },
  'task.too-many': { status: 409 },
  /** Somebody else has taken it meanwhile. */
  'task.taken': { status: 409 },
  /** The id that the client gave stands for something else. */
  'task.id-taken': { status: 409 },
  /** The group was archived: its board is read, and nothing is added. */
  'task.group-archived': { status: 409 },
} as const;

/** The one way in which this room refuses. */
export const failTask = errorThrower(taskErrors);
