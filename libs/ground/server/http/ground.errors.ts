import { errorThrower } from '@plenary/ground/kernel';

/** Refusals that belong to no room: the request itself, the door, the machine. */
export const groundErrors = {
  'request.invalid': { status: 400 },
  'request.malformed': { status: 400 },
  'request.too-large': { status: 413 },
  'request.not-found': { status: 404 },
  'request.foreign-origin': { status: 403 },
  'request.rate-limited': { status: 429 },
  'session.needed': { status: 401 },
  'session.second-factor-needed': { status: 403 },
  'token.read-only': { status: 403 },
  'look.over': { status: 403 },
  'look.reads-only': { status: 403 },
  'look.not-yours': { status: 403 },
  'command.id-reused': { status: 409 },
  'server.failed': { status: 500 },
  'server.database-away': { status: 503 },
} as const;

export const failGround = errorThrower(groundErrors);
