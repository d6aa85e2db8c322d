import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId, systemClock, type Actor } from '@plenary/ground/kernel';
import { AppConfig, RateLimits, UnitOfWork } from '@plenary/ground/server';
import { failIdentity, normalEmail, sessionEnded, sessionStarted } from '@plenary/identity/domain';
import { browserFamily } from './browser-family.js';
import type { SessionEntity } from './entities/session.entity.js';
import type { SignInDto } from './identity.dto.js';
import { newSecret, passwordMatches, secretHash } from './secrets.js';
import { SessionsRepository } from './sessions.repository.js';

const day = 86_400_000;

export interface StartedSession {
  /** For the cookie; kept nowhere else. */
  readonly secret: string;
  readonly session: SessionEntity;
}

/** Signing in, listing where one is signed in, and ending it. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly sessions: SessionsRepository,
    private readonly limits: RateLimits,
    private readonly config: AppConfig,
  ) {}

  /**
   * @param networkAddress where the attempt came from; used to count attempts and kept nowhere.
   * Throws `session.refused` alike for an unknown address and a wrong password.
   */
  async start(dto: SignInDto, networkAddress: string, userAgent: string): Promise<StartedSession> {
    const email = normalEmail(dto.email);
    // IDN-2: few per account and place, more per account, many per place (a hall behind one address).
    await this.limits.take('sign-in-pair', `${email} ${networkAddress}`, 10, 300);
    await this.limits.take('sign-in-account', email, 50, 3_600);
    await this.limits.take('sign-in-place', networkAddress, 600, 600);
    const person = await this.sessions.findPersonByEmail(this.database.manager, email);
    if (!(await passwordMatches(person?.passwordHash ?? null, dto.password)) || !person) {
      return failIdentity('session.refused');
    }
    await this.limits.forget('sign-in-pair', `${email} ${networkAddress}`);
    const secret = newSecret();
    const now = systemClock.now();
    const session: SessionEntity = {
      id: newId<'session'>(),
      personId: person.id,
      kind: 'browser',
      scope: 'write',
      secretHash: secretHash(secret),
      label: browserFamily(userAgent),
      createdAt: new Date(now),
      lastUsedAt: hourOf(now),
      expiresAt: new Date(now + this.config.sessionDays * day),
    };
    await this.unit.run(null, async (tx) => {
      await this.sessions.deleteExpired(tx.manager, new Date(now));
      await this.sessions.insert(tx.manager, session);
      await tx.events.append(sessionStarted({ kind: 'session', id: session.id }, { personId: person.id }));
    });
    return { secret, session };
  }

  list(actor: Actor): Promise<SessionEntity[]> {
    return this.sessions.list(this.database.manager, actor.personId, 'browser', new Date(systemClock.now()));
  }

  /** Ends one of the actor's own sessions. */
  async end(actor: Actor, id: string): Promise<void> {
    await this.unit.run(actor, async (tx) => {
      if (!(await this.sessions.delete(tx.manager, actor.personId, id, 'browser'))) {
        failIdentity('session.not-found');
      }
      await tx.events.append(sessionEnded({ kind: 'session', id }, { personId: actor.personId }));
    });
  }
}

/** The hour in which an instant lies. */
export const hourOf = (now: number): Date => new Date(now - (now % 3_600_000));
