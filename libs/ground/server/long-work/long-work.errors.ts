import { errorThrower } from '@plenary/ground/kernel';

export const longWorkErrors = {
  'long-work.not-found': { status: 404 },
  'long-work.too-many': { status: 409 },
  'long-work.broken': { status: 500 },
} as const;

export const failLongWork = errorThrower(longWorkErrors);
