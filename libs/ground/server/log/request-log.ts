import { Logger } from '@nestjs/common';
import type { NextFunction, Response } from 'express';
import type { IdentifiedRequest } from '../http/request-id.js';

/** Slower answers are worth a warning. Milliseconds. */
const slow = 2_000;

/**
 * One line a request at level `debug`, a warning when it was slow. The route stands as its handler names it: what
 * people put into addresses (ids, searches, tokens) is not written down, nor is where they are.
 */
export function requestLog(): (request: IdentifiedRequest, response: Response, next: NextFunction) => void {
  const log = new Logger('http');
  return (request, response, next) => {
    const begun = performance.now();
    // `close` also comes when somebody left before the answer, which a server that hangs would have them do.
    response.once('close', () => {
      const ms = Math.round(performance.now() - begun);
      const route = (request as { route?: { path?: unknown } }).route?.path;
      const line = {
        code: 'http.request',
        requestId: request.requestId,
        method: request.method,
        route: typeof route === 'string' ? route : '(file)',
        status: response.writableFinished ? response.statusCode : 'left',
        ms,
      };
      if (ms > slow) log.warn(line);
      else log.debug(line);
    });
    next();
  };
}
