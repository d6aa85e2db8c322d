import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NotFoundException } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { errorAnswer } from '../http/error-answer.js';
import type { IdentifiedRequest } from '../http/request-id.js';

const year = 31_536_000;

/**
 * Serves the built web client. Files whose name carries a hash never change; the page itself and the service
 * worker are asked for anew each time. Every address that is no file and no API leads to the page, and what is
 * none of these is answered as any other refusal is.
 */
export function serveWebClient(app: NestExpressApplication, webDir: string): void {
  const page = join(webDir, 'index.html');
  const built = existsSync(page);
  if (built)
    app.use(express.static(webDir, { index: false, setHeaders: cacheHeaders(join(webDir, 'assets')) }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (handled.test(request.path)) return next();
    if (built && isPage(request)) {
      response.setHeader('Cache-Control', 'no-cache');
      return response.sendFile(page);
    }
    const { status, body } = errorAnswer(new NotFoundException(), (request as IdentifiedRequest).requestId);
    response.status(status).json(body);
  });
}

const cacheHeaders = (hashed: string) => (response: Response, path: string) => {
  const forever = path.startsWith(hashed);
  response.setHeader('Cache-Control', forever ? `public, max-age=${year}, immutable` : 'no-cache');
};

/** What handlers and sockets answer. */
const handled = /^\/(api(\/|$)|health\/(live|ready)$|socket\.io(\/|$))/;

const isPage = (request: Request): boolean =>
  ['GET', 'HEAD'].includes(request.method) &&
  !/^\/(health|assets)(\/|$)/.test(request.path) &&
  !/\.[a-z0-9]+$/i.test(request.path);
