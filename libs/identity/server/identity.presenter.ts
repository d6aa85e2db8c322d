import { colourOf, type Actor } from '@plenary/ground/kernel';
import type { DemoSignInEntity } from './entities/demo-sign-in.entity.js';
import type { PasskeyEntity } from './entities/passkey.entity.js';
import type { PersonEntity } from './entities/person.entity.js';
import type { SessionEntity } from './entities/session.entity.js';
import type { DemoSignInView, MeView, PasskeyView, SessionView, TokenView } from './identity.views.js';

export function presentMe(
  person: PersonEntity,
  session: { id: string; expiresAt: Date },
  needsSecondFactor: boolean,
): MeView {
  const { id, displayName, fullName, email, language, languages, timeZone } = person;
  return {
    person: { id, displayName, fullName, email, language, languages, timeZone, colour: colourOf(id) },
    session: { id: session.id, expiresAt: session.expiresAt.toISOString(), needsSecondFactor },
    impersonation: null,
  };
}

/** The person whom somebody impersonates: what is theirs alone is left out (IDN-7). */
export const presentImpersonated = (me: MeView, by: string): MeView => ({
  person: { ...me.person, email: '', fullName: null, timeZone: null },
  session: { ...me.session, needsSecondFactor: false },
  impersonation: { by },
});

export function presentPasskey({ id, name, createdAt, lastUsedAt }: PasskeyEntity): PasskeyView {
  return {
    ...{ id, name },
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
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
