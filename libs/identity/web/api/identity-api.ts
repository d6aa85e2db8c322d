import { apiFor, type Reads, type Writes } from '@plenary/ground/web';
import type { TokenScope } from '@plenary/identity/domain';

export interface MeView {
  person: { id: string; displayName: string; email: string; language: string; colour: string };
  session: { id: string; expiresAt: string };
}
export interface SessionView {
  id: string;
  /** Family of the browser and system, as the server read it at sign-in; null when unknown. */
  device: string | null;
  createdAt: string;
  lastUsedAt: string;
  expiresAt: string;
  isCurrent: boolean;
}
export interface TokenView {
  id: string;
  name: string;
  scope: TokenScope;
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
}
export interface DemoSignIn {
  email: string;
  password: string;
  name: string;
  roleKey: string;
  organisation: string | null;
}

interface IdentityPaths {
  '/api/session': { post: Writes<{ email: string; password: string }, MeView>; delete: Reads<void> };
  '/api/me': {
    get: Reads<MeView>;
    patch: Writes<{ displayName?: string; language?: string }, MeView>;
  };
  '/api/me/password': { put: Writes<{ current: string; next: string }, void> };
  '/api/me/sessions': { get: Reads<{ items: SessionView[] }> };
  '/api/me/sessions/{id}': { delete: Reads<void, never, { id: string }> };
  '/api/me/tokens': {
    get: Reads<{ items: TokenView[] }>;
    post: Writes<
      { name: string; scope: TokenScope; expiresInDays: number },
      { token: string; view: TokenView }
    >;
  };
  '/api/me/tokens/{id}': { delete: Reads<void, never, { id: string }> };
  '/api/demo': { get: Reads<{ items: DemoSignIn[] }> };
}

export const api = apiFor<IdentityPaths>();

export const meKey = ['me'] as const;
export const demoKey = ['demo'] as const;
export const sessionsKey = ['me', 'sessions'] as const;
export const tokensKey = ['me', 'tokens'] as const;
