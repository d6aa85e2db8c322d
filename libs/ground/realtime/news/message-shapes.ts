import { newsLimits, type Followed, type FollowRequest } from '@plenary/ground/realtime/protocol';
import { failGround } from '@plenary/ground/server';

const kinds = /^[a-z][a-z-]{0,39}$/;
const ids = /^[A-Za-z0-9_-]{1,60}$/;

/** What arrives from a socket: nothing about it is known. Answers the shape or throws `request.invalid`. */
export function readFollow(value: unknown): FollowRequest {
  const subjects = isRecord(value) ? value['subjects'] : undefined;
  if (!Array.isArray(subjects) || subjects.length > newsLimits.subjectsPerMessage) return invalid('subjects');
  return { subjects: subjects.map(readFollowed) };
}

function readFollowed(value: unknown): Followed {
  if (!isRecord(value)) return invalid('subjects');
  const { kind, id } = value;
  if (typeof kind !== 'string' || !kinds.test(kind)) return invalid('kind');
  if (id === undefined) return { kind };
  return typeof id === 'string' && ids.test(id) ? { kind, id } : invalid('id');
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function invalid(field: string): never {
  return failGround('request.invalid', { field });
}
