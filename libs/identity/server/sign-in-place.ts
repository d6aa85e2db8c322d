import type { CookieOptions, Request, Response } from 'express';
import { cookieFrom, sessionCookie, type AppConfig, networkOf } from '@plenary/ground/server';
import type { StartedSession } from './sessions.service.js';

const deviceCookie = 'plenary_device';
const year = 365 * 86_400_000;

/** Where somebody signs in. The network address is counted and kept nowhere. */
export interface SignInPlace {
  readonly networkAddress: string;
  readonly userAgent: string;
  /** The number that this browser keeps since an earlier sign-in; null for none. */
  readonly device: string | null;
}

export function placeOf(request: Request): SignInPlace {
  const { cookie = '', 'user-agent': userAgent = '' } = request.headers;
  return { networkAddress: networkOf(request.ip), userAgent, device: cookieFrom(cookie, deviceCookie) };
}

export const cookieOptions = (config: AppConfig): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure: config.secure,
  path: '/',
});

/** Hands the browser its session, and the number by which it is known the next time. */
export function letIn(response: Response, config: AppConfig, started: StartedSession): void {
  const options = cookieOptions(config);
  response.cookie(sessionCookie, started.secret, { ...options, expires: started.session.expiresAt });
  response.cookie(deviceCookie, started.device, { ...options, maxAge: year });
}
