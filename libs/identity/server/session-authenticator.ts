import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@plenary/ground/kernel';
import {
  Authenticator,
  OnEventEverywhere,
  type Authenticated,
  type Credentials,
} from '@plenary/ground/server';
import { standingChanged, type RecordedEvent, type Standings } from '@plenary/ground/kernel';
import { secretHash, tokenPrefix } from './secrets.js';
import { SessionsRepository } from './sessions.repository.js';
import { hourOf } from './hour-of.js';

/**
 * How long an answer may be remembered. An ended session is forgotten at once; an answer that was being fetched
 * at that moment lives on for this long, so it stays within the promised 2 seconds. Milliseconds.
 */
const rememberFor = 1_500;
const mostRemembered = 10_000;

/** Finds the person behind a cookie or a token, from what holds now. */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  private readonly remembered = new Map<string, { who: Authenticated; until: number }>();

  constructor(
    private readonly database: DataSource,
    private readonly sessions: SessionsRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async authenticate(credentials: Credentials, fresh = false): Promise<Authenticated | null> {
    const secret = credentials.bearer ?? credentials.cookie;
    if (!secret || secret.length > 200) return null;
    // A cookie's secret is no token and the other way round.
    if ((credentials.bearer !== null) !== secret.startsWith(tokenPrefix)) return null;
    const key = secretHash(secret);
    const now = this.clock.now();
    const known = this.remembered.get(key);
    if (!fresh && known && known.until > now) return known.who;
    const session = await this.sessions.findBySecret(this.database.manager, key, new Date(now));
    if (!session) {
      this.remembered.delete(key);
      return null;
    }
    const hour = hourOf(now);
    if (!session.lastUsedAt || session.lastUsedAt < hour) {
      await this.sessions.touch(this.database.manager, session.id, hour);
    }
    const who: Authenticated = {
      personId: session.personId,
      sessionId: session.id,
      sessionKind: session.kind,
      scope: session.scope,
      strong: session.strong,
      expiresAt: session.expiresAt.getTime(),
    };
    if (this.remembered.size >= mostRemembered) this.remembered.clear();
    this.remembered.set(key, { who, until: Math.min(now + rememberFor, session.expiresAt.getTime()) });
    return who;
  }

  /** What a session is worth has changed. */
  @OnEventEverywhere(standingChanged.name)
  forgetPeople({ payload: { personIds } }: RecordedEvent<Standings>): void {
    const people = personIds && new Set(personIds);
    for (const [key, { who }] of this.remembered) {
      if (people?.has(who.personId) ?? true) this.remembered.delete(key);
    }
  }

  @OnEventEverywhere('session.ended')
  forget(event: RecordedEvent): void {
    for (const [key, { who }] of this.remembered) {
      if (who.sessionId === event.subject.id) this.remembered.delete(key);
    }
  }
}
