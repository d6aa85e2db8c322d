import { errorThrower } from '@plenary/ground/kernel';

export const fileErrors = {
  'file.not-found': { status: 404 },
  // The row is there, and what it stands for is not, or is damaged: for the log of whoever runs Plenary, too.
  'file.lost': { status: 500 },
  'file.empty': { status: 422 },
  'file.too-large': { status: 413 },
  'file.kind-refused': { status: 415 },
  'file.day-full': { status: 429 },
  'file.owner-full': { status: 409 },
  'file.total-full': { status: 409 },
  'file.disk-full': { status: 507 },
  'picture.not-a-picture': { status: 415 },
  'picture.too-large': { status: 413 },
  'picture.too-wide': { status: 422 },
} as const;

/** The one way in which files are refused. */
export const failFile = errorThrower(fileErrors);
