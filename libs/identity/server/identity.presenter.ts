import { colourOf, type Actor } from '@plenary/ground/kernel';
import type { DemoSignInEntity } from './entities/demo-sign-in.entity.js';
import type { PersonEntity } from './entities/person.entity.js';
import type { SessionEntity } from './entities/session.entity.js';
import type { DemoSignInView, MeView, SessionView, TokenView } from './identity.views.js';

export function presentMe(person: PersonEntity, session: { id: string; expiresAt: Date }): MeView {
  const { id, displayName, email, language } = person;
  return {
    person: { id, displayName, email, language, colour: colourOf(id) },
    session: { id: session.id, expiresAt: session.expiresAt.toISOString() },
  };
}

export function presentSession(session: SessionEntity, actor: Actor): SessionView {
  return {
    id: session.id,
    device: session.label,
    createdAt: session.createdAt.toISOString(),
    lastUsedAt: (session.lastUsedAt ?? session.createdAt).toISOString(),
    expiresAt: session.expiresAt.toISOString(),
    isCurrent: session.id === actor.sessionId,
  };
}

export function presentToken(token: SessionEntity): TokenView {
  return {
    id: token.id,
    name: token.label ?? '',
    scope: token.scope,
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
  };
}

export function presentDemoSignIn({
  email,
  password,
  name,
  roleKey,
  organisation,
}: DemoSignInEntity): DemoSignInView {
  return { email, password, name, roleKey, organisation };
}
