import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, newId, type Actor } from '@plenary/ground/kernel';
import { AppConfig, Mail, RateLimits, UnitOfWork } from '@plenary/ground/server';
import { failIdentity, normalEmail, sessionEnded, sessionStarted } from '@plenary/identity/domain';
import { browserFamily } from './browser-family.js';
import type { PersonEntity } from './entities/person.entity.js';
import type { SessionEntity } from './entities/session.entity.js';
import { DeviceRecoveryService } from './factors/device-recovery.service.js';
import { FactorsRepository } from './factors/factors.repository.js';
import { hourOf } from './hour-of.js';
import type { SignInDto } from './identity.dto.js';
import { KnownDevices } from './known-devices.js';
import { identityEmail } from './emails/index.js';
import { newSecret, passwordMatches, secretHash } from './secrets.js';
import { mostSessions, SessionsRepository } from './sessions.repository.js';
import type { SignInPlace } from './sign-in-place.js';

const day = 86_400_000;

export interface StartedSession {
  /** For the cookie; kept nowhere else. */
  readonly secret: string;
  readonly session: SessionEntity;
  readonly person: PersonEntity;
  /** The number by which this browser is known the next time; kept nowhere else. */
  readonly device: string;
}

/** With what: the password (or a provider's word) alone, a second factor kept here, or one that a provider asked for. */
export type SignInProof = 'password' | 'factor' | 'provider';

/** Signing in, listing where one is signed in, and ending it. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly sessions: SessionsRepository,
    private readonly factors: FactorsRepository,
    private readonly recovery: DeviceRecoveryService,
    private readonly devices: KnownDevices,
    private readonly limits: RateLimits,
    private readonly mail: Mail,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws `session.refused` alike for an unknown address and a wrong password, and `session.code-needed` where the
   * password is right and a second factor was set up (IDN-11).
   */
  async start(dto: SignInDto, place: SignInPlace): Promise<StartedSession> {
    const email = normalEmail(dto.email);
    await this.limits.take('sign-in-place', place.networkAddress, 600, 600);
    const person = await this.sessions.findPersonByEmail(this.database.manager, email);
    const counted = await this.count(email, person, place);
    if (!(await passwordMatches(person?.passwordHash ?? null, dto.password)) || !person) {
      return failIdentity('session.refused');
    }
    const proof = (await this.proveSecondFactor(person.id, dto.code)) ? 'factor' : 'password';
    await this.limits.forget(counted.name, counted.subject);
    return this.open(person, proof, place);
  }

  /**
   * IDN-2: few per account and place, more per account, many per place (a hall behind one address). A browser in which
   * the person has signed in before is counted by itself: guesses of strangers do not keep its owner out.
   */
  private async count(
    email: string,
    person: PersonEntity | null,
    { networkAddress, device }: SignInPlace,
  ): Promise<{ name: string; subject: string }> {
    const isKnown = await this.devices.knows(this.database.manager, person?.id ?? newId(), device);
    const [name, subject] = isKnown
      ? ['sign-in-device', `${email} ${device}`]
      : ['sign-in-pair', `${email} ${networkAddress}`];
    await this.limits.take(name, subject, 10, 300);
    await this.limits.take('sign-in-account', isKnown ? subject : email, 50, 3_600);
    return { name, subject };
  }

  /** Whether a second factor was proved; throws where there is one and it was not. */
  async proveSecondFactor(personId: string, code: string | undefined): Promise<boolean> {
    await this.recovery.applyDue(personId);
    if (!(await this.factors.hasAny(this.database.manager, personId))) return false;
    if (!code) return failIdentity('session.code-needed');
    const taken = await this.unit.run(null, ({ manager }) => this.factors.takeCode(manager, personId, code));
    if (taken) return true;
    await this.tellOfGuesses(personId);
    return failIdentity('session.code-wrong');
  }

  /** Somebody has the password and tries codes: after a few, the person is told, once a day. */
  private async tellOfGuesses(personId: string): Promise<void> {
    if (await this.limits.takes('code-wrong', personId, 4, 3_600)) return;
    if (!(await this.limits.takes('code-wrong-told', personId, 1, 86_400))) return;
    await this.unit.run(null, async ({ manager }) => {
      const person = await this.sessions.findPerson(manager, personId);
      if (!person) return;
      const url = this.mail.link('/forgotten');
      await this.mail.post(manager, person, identityEmail('codes-guessed', person.language, {}, url));
    });
  }

  /**
   * A session for somebody who has proved who they are. `person` is as the proof found them: what became of them since
   * (another password, a first factor, one that was taken away, gone) is judged once more behind their lock, so that
   * whatever ends all sessions ends those that were about to begin.
   */
  async open(person: PersonEntity, proof: SignInProof, place: SignInPlace): Promise<StartedSession> {
    const strong = proof !== 'password';
    const secret = newSecret();
    const now = this.clock.now();
    const session: SessionEntity = {
      id: newId<'session'>(),
      personId: person.id,
      kind: 'browser',
      scope: 'write',
      strong,
      secretHash: secretHash(secret),
      label: browserFamily(place.userAgent),
      createdAt: new Date(now),
      lastUsedAt: hourOf(now),
      expiresAt: new Date(now + this.config.sessionDays * day),
    };
    const device = await this.unit.run(null, async (tx) => {
      await this.refuseUnlessStill(tx.manager, person, proof);
      await this.sessions.deleteExpired(tx.manager, new Date(now));
      await this.sessions.insert(tx.manager, session);
      for (const id of await this.sessions.deleteOldest(tx.manager, person.id, mostSessions)) {
        await tx.events.append(sessionEnded({ kind: 'session', id }, { personId: person.id }));
      }
      await tx.events.append(sessionStarted({ kind: 'session', id: session.id }, { personId: person.id }));
      // Who has the second factor has not lost it.
      if (strong) await this.recovery.stop(tx, person.id);
      return this.devices.meet(tx.manager, person, place.device, session.label);
    });
    return { secret, session, person, device };
  }

  private async refuseUnlessStill(
    tx: EntityManager,
    { id, passwordHash }: PersonEntity,
    proof: SignInProof,
  ): Promise<void> {
    const now = await this.sessions.findLocked(tx, id);
    if (!now || now.leftAt || now.passwordHash !== passwordHash) return failIdentity('session.refused');
    if (proof === 'provider') return;
    const hasFactor = await this.factors.hasAny(tx, id);
    if (proof === 'password' && hasFactor) failIdentity('session.code-needed');
    if (proof === 'factor' && !hasFactor) failIdentity('session.refused');
  }

  list(actor: Actor): Promise<SessionEntity[]> {
    return this.sessions.list(this.database.manager, actor.personId, 'browser', new Date(this.clock.now()));
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

  /** IDN-18: ends the actor's sessions on all other devices; keys for scripts stay unless they are meant, too. */
  async endOthers(actor: Actor, withKeys: boolean): Promise<void> {
    await this.unit.run(actor, async (tx) => {
      await this.sessions.lockPerson(tx.manager, actor.personId);
      const { personId, sessionId } = actor;
      const gone = await this.sessions.deleteOthers(
        tx.manager,
        personId,
        sessionId,
        withKeys ? null : 'browser',
      );
      await tx.events.appendAll(gone.map((id) => sessionEnded({ kind: 'session', id }, { personId })));
    });
  }
}
