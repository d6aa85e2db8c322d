import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@plenary/ground/kernel';
import { failIdentity } from '@plenary/identity/domain';
import { PersonEntity } from './entities/person.entity.js';
import { SessionEntity } from './entities/session.entity.js';

/** Of a person, in browsers and as keys each; a further browser ends the oldest. */
export const mostSessions = 200;

/** Queries on people's sign-ins. */
@Injectable()
export class SessionsRepository {
  findBySecret(tx: EntityManager, secretHash: string, now: Date): Promise<SessionEntity | null> {
    return tx
      .getRepository(SessionEntity)
      .createQueryBuilder('s')
      .where('s.secretHash = :secretHash AND s.expiresAt > :now', { secretHash, now })
      .getOne();
  }

  findPersonByEmail(tx: EntityManager, email: string): Promise<PersonEntity | null> {
    return tx.findOneBy(PersonEntity, { email });
  }

  findPerson(tx: EntityManager, id: string): Promise<PersonEntity | null> {
    return tx.findOneBy(PersonEntity, { id });
  }

  findLocked(tx: EntityManager, id: string): Promise<PersonEntity | null> {
    return tx.findOne(PersonEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async lockPerson(tx: EntityManager, id: string): Promise<void> {
    await tx.query('SELECT 1 FROM person WHERE id = $1 FOR UPDATE', [id]);
  }

  /**
   * Locks the person of a session and looks whether it still is one: what was proved before the lock (a password, that
   * somebody is signed in) may have been taken away while it was waited for.
   */
  async lockOwner(tx: EntityManager, { personId, sessionId }: Actor): Promise<SessionEntity> {
    await this.lockPerson(tx, personId);
    return (await tx.findOneBy(SessionEntity, { id: sessionId, personId })) ?? failIdentity('session.ended');
  }

  list(
    tx: EntityManager,
    personId: string,
    kind: SessionEntity['kind'],
    now: Date,
  ): Promise<SessionEntity[]> {
    return tx
      .getRepository(SessionEntity)
      .createQueryBuilder('s')
      .where('s.personId = :personId AND s.kind = :kind AND s.expiresAt > :now', { personId, kind, now })
      .orderBy('s.createdAt', 'DESC')
      .limit(mostSessions)
      .getMany();
  }

  async insert(tx: EntityManager, session: SessionEntity): Promise<void> {
    await tx.insert(SessionEntity, session);
  }

  /** Ends one session of this person and says whether there was one. */
  async delete(
    tx: EntityManager,
    personId: string,
    id: string,
    kind?: SessionEntity['kind'],
  ): Promise<boolean> {
    const gone = await tx.delete(SessionEntity, { id, personId, ...(kind ? { kind } : {}) });
    return (gone.affected ?? 0) > 0;
  }

  /** Ends all sessions and tokens of this person but `keep`, where one is to stay, and says which. */
  async deleteOthers(
    tx: EntityManager,
    personId: string,
    keep: string | null,
    kind: SessionEntity['kind'] | null = null,
  ): Promise<string[]> {
    const gone = await tx
      .createQueryBuilder()
      .delete()
      .from(SessionEntity)
      .where('person_id = :personId AND id IS DISTINCT FROM :keep', { personId, keep })
      .andWhere('(CAST(:kind AS text) IS NULL OR kind = :kind)', { kind })
      .returning('id')
      .execute();
    return (gone.raw as { id: string }[]).map((row) => row.id);
  }

  /** Ends the oldest sessions in browsers but for the newest `most`, and says which: what is shown is all there is. */
  async deleteOldest(tx: EntityManager, personId: string, most: number): Promise<string[]> {
    const [gone]: [{ id: string }[], number] = await tx.query(
      `DELETE FROM session WHERE id IN (
         SELECT id FROM session WHERE person_id = $1 AND kind = 'browser'
          ORDER BY created_at DESC, id DESC OFFSET $2) RETURNING id`,
      [personId, most],
    );
    return gone.map((row) => row.id);
  }

  /** Notes the hour of use; no more often, so that reading does not write. */
  async touch(tx: EntityManager, id: string, hour: Date): Promise<void> {
    await tx
      .createQueryBuilder()
      .update(SessionEntity)
      .set({ lastUsedAt: hour })
      .where('id = :id AND (last_used_at IS NULL OR last_used_at < :hour)', { id, hour })
      .execute();
  }

  async deleteExpired(tx: EntityManager, now: Date): Promise<void> {
    await tx.createQueryBuilder().delete().from(SessionEntity).where('expires_at <= :now', { now }).execute();
  }
}
