import type { ErrorBody, ErrorParams } from '@plenary/ground/kernel';

/** A refusal by the server, or none of its answers at all; `code` has a sentence among its room's words. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly params: ErrorParams = {},
    readonly requestId: string | null = null,
  ) {
    super(code);
    this.name = 'ApiError';
  }

  /** True when nobody was reached, so that nothing is known about what happened. */
  get isUnreached(): boolean {
    return this.status === 0;
  }
}

/** Reads a refusal from an answer's body, whatever stood between server and browser. */
export function refusalFrom(status: number, body: unknown): ApiError {
  const error = (body as Partial<ErrorBody> | undefined)?.error;
  if (error && typeof error.code === 'string') {
    return new ApiError(error.code, status, error.params ?? {}, error.requestId ?? null);
  }
  return status >= 500 ? new ApiError('server.failed', status) : unexpectedAnswer(status);
}

/** What came is nothing that this page can read. */
export const unexpectedAnswer = (status = 200): ApiError => new ApiError('server.unexpected-answer', status);

/** It is not there, or not for this person; the two are told apart by nobody. */
export const isClosed = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 404 || error.code.endsWith('.forbidden'));

/** Any thrown thing as an ApiError, so that screens have one kind to show. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return new ApiError('network.timeout', 0);
  if (error instanceof TypeError) return new ApiError('network.unreachable', 0);
  return new ApiError('client.failed', -1);
}
