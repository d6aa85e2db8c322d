import type { IncomingMessage } from 'node:http';
import helmet from 'helmet';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/**
 * Headers of pages and of answers. What only browsers of pages heed stands on pages alone: on a small answer it would be
 * most of what travels. Files of the web client have their own, fewer yet.
 */
export function secureHeaders(secure: boolean): RequestHandler {
  const page = helmet(pageHeaders(secure));
  const answer = helmet(answerHeaders(secure));
  return (request, response, next) => (isAnswer.test(request.path) ? answer : page)(request, response, next);
}

/** Not the pages that describe the API. */
const isAnswer = /^\/(api\/(?!docs(\/|$))|health\/)/;

/**
 * Pages load nothing from elsewhere and run no inline script; inline styles are allowed, since the component library and
 * the editor set them.
 */
const pageHeaders = (secure: boolean) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'", ownSockets],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      ...(secure ? { upgradeInsecureRequests: [] } : {}),
    },
  },
  xFrameOptions: { action: 'deny' as const },
  ...everywhere(secure),
});

/** Opened by itself, an answer is no page: it may load nothing, and stand in no frame. */
const answerHeaders = (secure: boolean) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  },
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xFrameOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
  ...everywhere(secure),
});

const everywhere = (secure: boolean) => ({
  referrerPolicy: { policy: 'no-referrer' as const },
  crossOriginOpenerPolicy: { policy: 'same-origin' as const },
  crossOriginResourcePolicy: { policy: 'same-origin' as const },
  strictTransportSecurity: secure ? { maxAge: 31_536_000 } : (false as const),
});

/** Our own WebSockets; older Safaris do not count them to 'self'. */
function ownSockets(request: IncomingMessage): string {
  const host = request.headers.host ?? '';
  return /^[\w.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : "'self'";
}

/** Private answers are kept by no cache. */
export function noStore(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}
