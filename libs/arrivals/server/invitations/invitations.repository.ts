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

  find(tx: EntityManager, id: string): Promise<InvitationEntity | null> {
    return tx.findOneBy(InvitationEntity, { id });
  }

  /** For using it up: the row, locked, after that of its organisation. */
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

  /** Those that can be used now: what is used up makes room. */
  countOpen(tx: EntityManager, organisationId: string | null, now: Date): Promise<number> {
    return tx
      .getRepository(InvitationEntity)
      .createQueryBuilder('i')
      .where({ organisationId: organisationId ?? IsNull(), revokedAt: IsNull(), expiresAt: MoreThan(now) })
      .andWhere('i.uses < i.mostUses')
      .getCount();
  }

  /** Plain rows: of two hundred links that went round there are thousands. */
  listUses(tx: EntityManager, ids: readonly string[]): Promise<InvitationUseEntity[]> {
    return tx.query(
      `SELECT invitation_id AS "invitationId", person_id AS "personId", at FROM invitation_use
        WHERE invitation_id = ANY($1::uuid[]) ORDER BY at`,
      [ids],
    );
  }

  /** Those that went to this address, or by which this person came. */
  listOf(tx: EntityManager, personId: string, address: string): Promise<InvitationEntity[]> {
    return tx
      .getRepository(InvitationEntity)
      .createQueryBuilder('i')
      .where('i.email = :address', { address })
      .orWhere('i.id IN (SELECT invitation_id FROM invitation_use WHERE person_id = :personId)', { personId })
      .orderBy('i.createdAt')
      .getMany();
  }

  /** Takes addresses away; what could still be used by its e-mail is revoked, since it would let in anybody. */
  async forgetAddresses(tx: EntityManager, ids: readonly string[], now: Date): Promise<void> {
    await tx.query(
      `UPDATE invitation SET email = NULL, revoked_at = CASE WHEN uses < most_uses THEN coalesce(revoked_at, $2)
                                                              ELSE revoked_at END
        WHERE id = ANY($1) AND email IS NOT NULL`,
      [ids, now],
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
