import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { NotFoundException } from '@nestjs/common';
import type { Request, RequestHandler, Response } from 'express';
import sirv from 'sirv';
import { errorAnswer } from '../http/error-answer.js';
import type { IdentifiedRequest } from '../http/request-id.js';

const year = 31_536_000;

interface WebClient {
  /** Stands before what gives answers their headers: on fifty small files a policy for pages is the larger part. */
  readonly files: RequestHandler;
  /** Stands after it: every address that is no file and no API leads to the page. */
  readonly pages: RequestHandler;
}

/**
 * The built web client, as the build has compressed it; what is in the folder is read once. Files whose name carries a
 * hash never change; the page itself and the service worker are asked for anew each time. What is none of these is
 * answered as any other refusal is.
 */
export function webClient(folder: string): WebClient {
  const built = existsSync(join(folder, 'index.html'));
  const sender = (etag: boolean): Send =>
    built
      ? sirv(folder, { brotli: true, gzip: true, etag, extensions: [], setHeaders: fileHeaders })
      : passOn;
  const [sendAnew, sendForever] = [sender(true), sender(false)];
  // What never changes is never compared.
  const send: Send = (request, response, next) =>
    (isForever(request.path) ? sendForever : sendAnew)(request, response, next);
  return {
    files: (request, response, next) => {
      if (!isRead(request) || hasPolicy.test(request.path)) return next();
      send(request, response, next);
    },
    pages: (request, response, next) => {
      if (handled.test(request.path)) return next();
      const refuse = () => notFound(request, response);
      if (!built || !isRead(request)) return refuse();
      if (isPage(request.path)) request.url = '/index.html';
      else if (!hasPolicy.test(request.path)) return refuse();
      send(request, response, refuse);
    },
  };
}

/** What a browser takes the policy from: pages, and workers, which are bound by that of their own file. */
const hasPolicy = /\.html$|^\/sw\.js$/;

/** What handlers and sockets answer. */
const handled = /^\/(api(\/|$)|health\/(live|ready)$|socket\.io(\/|$))/;

type Send = (request: Request, response: Response, next?: () => void) => void;

const isForever = (path: string): boolean => path.startsWith('/assets/');

const isRead = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

const isPage = (path: string): boolean =>
  !/^\/(health|assets)(\/|$)/.test(path) && !/\.[a-z0-9]+$/i.test(path);

function fileHeaders(response: ServerResponse, path: string): void {
  // For errors and logs, which a file that is there has none of.
  response.removeHeader('X-Request-Id');
  response.setHeader('Cache-Control', isForever(path) ? `public, max-age=${year}, immutable` : 'no-cache');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
}

const passOn: Send = (_request, _response, next) => next?.();

function notFound(request: Request, response: Response): void {
  const { status, body } = errorAnswer(new NotFoundException(), (request as IdentifiedRequest).requestId);
  response.status(status).json(body);
}
