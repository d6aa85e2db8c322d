import { Injectable } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { Clock } from '@plenary/ground/kernel';
import { AuthenticatorEntity } from '../entities/authenticator.entity.js';
import { PasskeyEntity } from '../entities/passkey.entity.js';
import { RecoveryCodeEntity } from '../entities/recovery-code.entity.js';
import { secretHash } from '../secrets.js';
import { looksLikeTotp, plainRecoveryCode, stepOf } from './codes.js';

/** Queries on what a person signs in with besides the password. */
@Injectable()
export class FactorsRepository {
  constructor(private readonly clock: Clock) {}

  async hasAny(tx: EntityManager, personId: string): Promise<boolean> {
    const [{ has }] = await tx.query(
      `SELECT EXISTS (SELECT FROM authenticator WHERE person_id = $1 AND confirmed_at IS NOT NULL)
           OR EXISTS (SELECT FROM passkey WHERE person_id = $1) AS has`,
      [personId],
    );
    return has as boolean;
  }

  /** Takes a code of the app or one from paper, each once. */
  async takeCode(tx: EntityManager, personId: string, typed: string): Promise<boolean> {
    if (looksLikeTotp(typed)) return this.takeTotp(tx, personId, typed.replace(/\s/g, ''));
    const codeHash = secretHash(plainRecoveryCode(typed));
    return ((await tx.delete(RecoveryCodeEntity, { personId, codeHash })).affected ?? 0) > 0;
  }

  /** Passkeys, authenticator and codes of a person; says whether there were any. */
  async deleteAll(tx: EntityManager, personId: string): Promise<boolean> {
    const had = await this.hasAny(tx, personId);
    for (const entity of [AuthenticatorEntity, PasskeyEntity, RecoveryCodeEntity]) {
      await tx.delete(entity, { personId });
    }
    return had;
  }

  private async takeTotp(tx: EntityManager, personId: string, code: string): Promise<boolean> {
    const found = await tx.findOne(AuthenticatorEntity, {
      where: { personId, confirmedAt: Not(IsNull()) },
      lock: { mode: 'pessimistic_write' },
    });
    const step = found && stepOf(found.secret, code, this.clock.now());
    // A code that somebody watched being typed is worth nothing a second time.
    if (!step || step <= (found.lastStep ?? 0)) return false;
    await tx.update(AuthenticatorEntity, { personId }, { lastStep: step });
    return true;
  }
}
