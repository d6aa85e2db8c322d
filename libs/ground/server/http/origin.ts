import type { IncomingMessage } from 'node:http';
import { failGround } from './ground.errors.js';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The origins a page of this installation can have. */
export function ownOrigins(request: IncomingMessage, publicUrl: string | null): string[] {
  if (publicUrl) return [new URL(publicUrl).origin];
  const host = request.headers.host ?? '';
  return [`http://${host}`, `https://${host}`];
}

/** True for a request that a page of ours sent; without an `Origin` the browser's own word must say so. */
export function isOwnOrigin(request: IncomingMessage, publicUrl: string | null): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return ownOrigins(request, publicUrl).includes(origin);
  return ['same-origin', 'none'].includes(String(request.headers['sec-fetch-site'] ?? ''));
}

/** Refuses a change that another site's page drives with a person's cookie. */
export function refuseForeignOrigin(request: IncomingMessage, publicUrl: string | null): void {
  if (reading.has(request.method ?? 'GET')) return;
  if (!isOwnOrigin(request, publicUrl)) failGround('request.foreign-origin');
}
