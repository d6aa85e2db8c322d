import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, type EntityManager } from 'typeorm';
import { InvitationEntity } from '../entities/invitation.entity.js';
import { InvitationUseEntity } from '../entities/invitation-use.entity.js';

/** Queries on invitations. */
@Injectable()
export class InvitationsRepository {
  findBySecret(tx: EntityManager, secretHash: string): Promise<InvitationEntity | null> {
    return tx.findOneBy(InvitationEntity, { secretHash });
  }

  /** For using it up: the row, locked. */
  findLockedBySecret(tx: EntityManager, secretHash: string): Promise<InvitationEntity | null> {
    return tx.findOne(InvitationEntity, { where: { secretHash }, lock: { mode: 'pessimistic_write' } });
  }

  findLocked(tx: EntityManager, id: string): Promise<InvitationEntity | null> {
    return tx.findOne(InvitationEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Newest first; null lists those to roles in the coalition alone. */
  list(tx: EntityManager, organisationId: string | null, limit: number): Promise<InvitationEntity[]> {
    return tx.find(InvitationEntity, {
      where: { organisationId: organisationId ?? IsNull() },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: limit,
    });
  }

  countOpen(tx: EntityManager, organisationId: string | null, now: Date): Promise<number> {
    return tx.countBy(InvitationEntity, {
      organisationId: organisationId ?? IsNull(),
      revokedAt: IsNull(),
      expiresAt: MoreThan(now),
    });
  }

  /** Plain rows: of two hundred links that went round there are thousands. */
  listUses(tx: EntityManager, ids: readonly string[]): Promise<InvitationUseEntity[]> {
    return tx.query(
      `SELECT invitation_id AS "invitationId", person_id AS "personId", at FROM invitation_use
        WHERE invitation_id = ANY($1::uuid[]) ORDER BY at`,
      [ids],
    );
  }

  /** True when this person had not used it before. */
  async use(tx: EntityManager, invitationId: string, personId: string, at: Date): Promise<boolean> {
    const done = await tx
      .createQueryBuilder()
      .insert()
      .into(InvitationUseEntity)
      .values({ invitationId, personId, at })
      .orIgnore()
      .returning('person_id')
      .execute();
    if ((done.raw as unknown[]).length === 0) return false;
    await tx.increment(InvitationEntity, { id: invitationId }, 'uses', 1);
    return true;
  }
}
