import type { NextFunction, Request, Response } from 'express';
import { newId } from '@plenary/ground/kernel';

export type IdentifiedRequest = Request & { requestId: string };

/** Gives each request an id, which errors and logs carry. One made by the client is never taken over. */
export function requestId(request: Request, response: Response, next: NextFunction): void {
  const id = newId<'request'>();
  (request as IdentifiedRequest).requestId = id;
  response.setHeader('X-Request-Id', id);
  next();
}
