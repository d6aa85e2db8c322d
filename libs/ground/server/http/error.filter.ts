import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { newId } from '@plenary/ground/kernel';
import { errorAnswer } from './error-answer.js';
import type { IdentifiedRequest } from './request-id.js';

/** Answers every refusal in one shape: over HTTP as the body, over a socket through the acknowledgement alone. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    if (host.getType() === 'ws') {
      const acknowledge = host.getArgs().find((argument) => typeof argument === 'function') as
        ((answer: unknown) => void) | undefined;
      acknowledge?.(errorAnswer(thrown, newId<'request'>()).body);
      return;
    }
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    const answer = errorAnswer(thrown, http.getRequest<IdentifiedRequest>().requestId);
    if (answer.status === 429) response.setHeader('Retry-After', retryAfter(answer.body.error.params));
    if (!response.headersSent) response.status(answer.status).json(answer.body);
  }
}

const retryAfter = (params: Readonly<Record<string, unknown>>): string =>
  String(Math.max(1, Math.ceil(Number(params['retryAfterMs'] ?? 1_000) / 1_000)));
