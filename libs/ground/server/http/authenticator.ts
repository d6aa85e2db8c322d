import type { PersonId, SessionId, ActorScope } from '@plenary/ground/kernel';

/** What came with a request: the cookie's or the token's secret. */
export interface Credentials {
  readonly cookie: string | null;
  readonly bearer: string | null;
}

export interface Authenticated {
  readonly personId: PersonId;
  readonly sessionId: SessionId;
  readonly sessionKind: 'browser' | 'token';
  readonly scope: ActorScope;
  /** Signed in with a second factor or a passkey. */
  readonly strong: boolean;
  /** When this ends by itself, in milliseconds since 1970; absent for what does not. */
  readonly expiresAt?: number;
}

/** Who is behind these credentials, now; null for nobody. Implemented by the room that keeps accounts. */
export abstract class Authenticator {
  /** @param fresh asks the database itself; otherwise the answer may be some 2 seconds old. */
  abstract authenticate(credentials: Credentials, fresh?: boolean): Promise<Authenticated | null>;
}

export const sessionCookie = 'plenary_session';

/** Reads the credentials from headers as Node gives them. */
export function credentialsFrom(headers: Readonly<Record<string, unknown>>): Credentials {
  const authorization = String(headers['authorization'] ?? '');
  const bearer = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1] ?? null;
  return { bearer, cookie: bearer ? null : cookieFrom(String(headers['cookie'] ?? ''), sessionCookie) };
}

/** The value of one cookie in a `Cookie` header. */
export function cookieFrom(header: string, wanted: string): string | null {
  for (const part of header.split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === wanted && value) return value;
  }
  return null;
}
