import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not } from 'typeorm';
import { Clock, type Actor } from '@plenary/ground/kernel';
import { Mail, RateLimits, UnitOfWork, type Transaction } from '@plenary/ground/server';
import {
  factorAdded,
  factorRemoved,
  failIdentity,
  identityLimits,
  sessionEnded,
  type FactorKind,
} from '@plenary/identity/domain';
import { AuthenticatorEntity } from '../entities/authenticator.entity.js';
import { PasskeyEntity } from '../entities/passkey.entity.js';
import type { PersonEntity } from '../entities/person.entity.js';
import { RecoveryCodeEntity } from '../entities/recovery-code.entity.js';
import { SessionEntity } from '../entities/session.entity.js';
import { identityEmail } from '../emails/index.js';
import { OwnPassword } from '../own-password.js';
import { secretHash } from '../secrets.js';
import { SessionsRepository } from '../sessions.repository.js';
import { newRecoveryCode, newTotpSecret, plainRecoveryCode, stepOf, totpAddress } from './codes.js';
import { FactorsRepository } from './factors.repository.js';

/** What a person signs in with besides the password: an app that shows codes, passkeys, codes on paper (IDN-11). */
@Injectable()
export class FactorsService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly factors: FactorsRepository,
    private readonly sessions: SessionsRepository,
    private readonly password: OwnPassword,
    private readonly mail: Mail,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  async list({ personId }: Actor) {
    const tx = this.database.manager;
    return {
      authenticator: await tx.existsBy(AuthenticatorEntity, { personId, confirmedAt: Not(IsNull()) }),
      recoveryCodes: await tx.countBy(RecoveryCodeEntity, { personId }),
      passkeys: await tx.find(PasskeyEntity, { where: { personId }, order: { createdAt: 'ASC' } }),
    };
  }

  /** A secret for the app, which counts once a first code has proved that it is there. */
  async beginAuthenticator(actor: Actor, password: string): Promise<{ secret: string; address: string }> {
    const person = await this.password.confirm(actor, password);
    const { personId } = actor;
    const secret = newTotpSecret();
    await this.unit.run({ ...actor, commandId: null }, async ({ manager }) => {
      await this.sessions.lockOwner(manager, actor);
      const known = await manager.findOneBy(AuthenticatorEntity, { personId });
      if (known?.confirmedAt) return failIdentity('factor.exists');
      const createdAt = new Date(this.clock.now());
      const begun = { personId, secret, createdAt, confirmedAt: null, lastStep: null };
      await manager.upsert(AuthenticatorEntity, begun, ['personId']);
    });
    return { secret, address: totpAddress(secret, person.email) };
  }

  /** Answers recovery codes where the person had none yet; they are shown this once. */
  async confirmAuthenticator(actor: Actor, code: string): Promise<string[]> {
    await this.limits.take('confirm-factor', actor.personId, 10, 600);
    const { personId } = actor;
    return this.unit.run({ ...actor, commandId: null }, async (tx) => {
      await this.sessions.lockOwner(tx.manager, actor);
      const begun = await tx.manager.findOneBy(AuthenticatorEntity, { personId, confirmedAt: IsNull() });
      if (!begun) return failIdentity('factor.not-found');
      const now = this.clock.now();
      const step = stepOf(begun.secret, code.replace(/\s/g, ''), now);
      if (step === null) return failIdentity('factor.code-wrong');
      const isFirst = !(await this.factors.hasAny(tx.manager, personId));
      const confirmed = { confirmedAt: new Date(now), lastStep: step };
      await tx.manager.update(AuthenticatorEntity, { personId }, confirmed);
      return this.added(tx, actor, 'authenticator', isFirst);
    });
  }

  async removeAuthenticator(actor: Actor, password: string): Promise<void> {
    await this.password.confirm(actor, password);
    const { personId } = actor;
    await this.unit.run({ ...actor, commandId: null }, async (tx) => {
      await this.sessions.lockOwner(tx.manager, actor);
      const gone = await tx.manager.delete(AuthenticatorEntity, { personId, confirmedAt: Not(IsNull()) });
      if (!gone.affected) failIdentity('factor.not-found');
      await this.removed(tx, personId, 'authenticator');
    });
  }

  /** The codes from before are worth nothing afterwards. */
  async renewRecoveryCodes(actor: Actor, password: string): Promise<string[]> {
    await this.password.confirm(actor, password);
    const { personId } = actor;
    return this.unit.run({ ...actor, commandId: null }, async (tx) => {
      await this.sessions.lockOwner(tx.manager, actor);
      if (!(await this.factors.hasAny(tx.manager, personId))) return failIdentity('factor.not-found');
      await tx.manager.delete(RecoveryCodeEntity, { personId });
      await tx.events.append(
        factorAdded({ kind: 'person', id: personId }, { personId, kind: 'recovery-codes' }),
      );
      return this.makeCodes(tx, personId);
    });
  }

  /** After the first one, only sessions that had one go on; the present session counts as one that had. */
  async added(tx: Transaction, actor: Actor, kind: FactorKind, isFirst: boolean): Promise<string[]> {
    const { personId, sessionId } = actor;
    if (isFirst) {
      for (const id of await this.sessions.deleteOthers(tx.manager, personId, sessionId)) {
        await tx.events.append(sessionEnded({ kind: 'session', id }, { personId }));
      }
      await tx.manager.update(SessionEntity, { id: sessionId }, { strong: true });
    }
    await tx.events.append(factorAdded({ kind: 'person', id: personId }, { personId, kind }));
    const person = await this.sessions.findPerson(tx.manager, personId);
    await this.write(tx, person!, `factor-added-${kind}`);
    const has = await tx.manager.existsBy(RecoveryCodeEntity, { personId });
    return has ? [] : this.makeCodes(tx, personId);
  }

  /** Without the last one, codes on paper are worth nothing and no session counts as strong. */
  async removed(tx: Transaction, personId: string, kind: FactorKind): Promise<void> {
    if (!(await this.factors.hasAny(tx.manager, personId))) {
      await tx.manager.delete(RecoveryCodeEntity, { personId });
      await tx.manager.update(SessionEntity, { personId }, { strong: false });
    }
    await tx.events.append(factorRemoved({ kind: 'person', id: personId }, { personId, kind }));
    const person = await this.sessions.findPerson(tx.manager, personId);
    await this.write(tx, person!, `factor-removed-${kind}`);
  }

  private write(tx: Transaction, person: PersonEntity, message: string): Promise<void> {
    const url = this.mail.link('/account');
    return this.mail.post(tx.manager, person, identityEmail(message, person.language, {}, url));
  }

  private async makeCodes(tx: Transaction, personId: string): Promise<string[]> {
    const codes = Array.from({ length: identityLimits.recoveryCodes }, newRecoveryCode);
    const rows = codes.map((code) => ({ personId, codeHash: secretHash(plainRecoveryCode(code)) }));
    await tx.manager.insert(RecoveryCodeEntity, rows);
    return codes;
  }
}
