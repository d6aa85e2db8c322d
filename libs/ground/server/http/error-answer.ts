import { HttpException, Logger } from '@nestjs/common';
import { DomainError, type ErrorBody } from '@plenary/ground/kernel';
import { groundErrors } from './ground.errors.js';

const log = new Logger('request');

interface Answer {
  readonly status: number;
  readonly body: ErrorBody;
}

/**
 * Any thrown thing as the answer a caller gets: a code, its parameters and the request's id. What was not foreseen
 * is logged by kind and place, never with its message, which may hold what somebody wrote.
 */
export function errorAnswer(thrown: unknown, requestId: string): Answer {
  const { status, code, params } = recognise(thrown);
  const line = { code, requestId, kind: nameOf(thrown), at: placeOf(thrown) };
  // What is away for a while (the database, a server that stops) would fill the log; it is counted in metrics.
  if (status === 500) log.error(line);
  else if (status > 500) log.debug(line);
  return { status, body: { error: { code, params, requestId } } };
}

function recognise(thrown: unknown): Pick<DomainError, 'status' | 'code' | 'params'> {
  if (thrown instanceof DomainError) return thrown;
  const ground = (code: keyof typeof groundErrors) =>
    new DomainError(code, groundErrors[code].status) as Pick<DomainError, 'status' | 'code' | 'params'>;
  if (thrown instanceof HttpException) return fromHttp(thrown.getStatus(), ground);
  const { type, code } = (thrown ?? {}) as { type?: string; code?: string };
  if (type === 'entity.too.large') return ground('request.too-large');
  if (type?.startsWith('entity.') || type === 'encoding.unsupported') return ground('request.malformed');
  if (isBrokenText(code)) return ground('request.malformed');
  if (isDatabaseAway(code)) return ground('server.database-away');
  return ground('server.failed');
}

function fromHttp(
  status: number,
  ground: (code: keyof typeof groundErrors) => Pick<DomainError, 'status' | 'code' | 'params'>,
) {
  if (status === 404) return ground('request.not-found');
  if (status === 413) return ground('request.too-large');
  if (status === 401) return ground('session.needed');
  return status < 500 ? ground('request.malformed') : ground('server.failed');
}

/** PostgreSQL keeps no NUL and no half signs; the shape of a request refuses them first, a file holds them still. */
const isBrokenText = (code: string | undefined): boolean => code === '22021' || code === '22P05';

/** PostgreSQL's classes 08 (connection), 53 (resources, disk full), 57P (shutdown), and the socket's own codes. */
const isDatabaseAway = (code: string | undefined): boolean =>
  code !== undefined && /^(08|53|57P|ECONN|ENOENT|EPIPE|ETIMEDOUT)/.test(code);

const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : typeof thrown);

const placeOf = (thrown: unknown): string | undefined =>
  thrown instanceof Error ? /\n\s+at (.*)/.exec(thrown.stack ?? '')?.[1] : undefined;
