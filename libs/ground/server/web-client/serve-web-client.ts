import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';

const year = 31_536_000;

/**
 * Serves the built web client. Files whose name carries a hash never change; the page itself and the service
 * worker are asked for anew each time. Every address that is no file and no API leads to the page.
 */
export function serveWebClient(app: NestExpressApplication, webDir: string): void {
  const page = join(webDir, 'index.html');
  if (!existsSync(page)) return;
  app.use(
    express.static(webDir, {
      index: false,
      setHeaders: (response: Response, path: string) => {
        const hashed = path.includes(`${join(webDir, 'assets')}`);
        response.setHeader('Cache-Control', hashed ? `public, max-age=${year}, immutable` : 'no-cache');
      },
    }),
  );
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!isPage(request)) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(page);
  });
}

const reserved = /^\/(api|health|socket\.io|assets)(\/|$)/;

const isPage = (request: Request): boolean =>
  ['GET', 'HEAD'].includes(request.method) &&
  !reserved.test(request.path) &&
  !/\.[a-z0-9]+$/i.test(request.path);
