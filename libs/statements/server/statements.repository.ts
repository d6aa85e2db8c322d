import { Injectable } from '@nestjs/common';
import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { EventLogEntity, totalOf } from '@plenary/ground/server';
import type { HistoryRight, OwnerKind, Reader } from '@plenary/statements/domain';
import {
  everyoneRights,
  ownerKinds,
  roleRights,
  statementLimits,
  statementRenamed,
} from '@plenary/statements/domain';
import { StatementGrantEntity } from './entities/statement-grant.entity.js';
import { StatementEntity } from './entities/statement.entity.js';

export interface StatementFilter {
  readonly query: string | null;
  readonly groupId: string | null;
  readonly alsoReadableBy?: Reader;
  readonly after: { readonly updatedAt: Date; readonly id: string } | null;
  readonly limit: number;
}

/** Queries on statements and the rights given on them. */
@Injectable()
export class StatementsRepository {
  /** Statements that `reader` may read, newest change first; asks for one line more than `limit`. */
  list(tx: EntityManager, reader: Reader, filter: StatementFilter): Promise<StatementEntity[]> {
    const found = this.matching(tx, reader, filter);
    if (filter.after) found.andWhere('(s.updatedAt, s.id) < (:updatedAt, :id)', { ...filter.after });
    return found
      .orderBy('s.updatedAt', 'DESC')
      .addOrderBy('s.id', 'DESC')
      .limit(filter.limit + 1)
      .getMany();
  }

  /** How many `list` has on all its pages. */
  count(tx: EntityManager, reader: Reader, filter: StatementFilter): Promise<number> {
    return totalOf(this.matching(tx, reader, filter));
  }

  private matching(
    tx: EntityManager,
    reader: Reader,
    filter: StatementFilter,
  ): SelectQueryBuilder<StatementEntity> {
    const found = tx.getRepository(StatementEntity).createQueryBuilder('s');
    found.where(...readableBy(reader));
    // Of one reader's statements, those that another may read, too.
    if (filter.alsoReadableBy) found.andWhere(...readableBy(filter.alsoReadableBy, 'also'));
    if (filter.groupId) found.andWhere('s.groupId = :groupId', { groupId: filter.groupId });
    if (filter.query) {
      found.andWhere('s.title ILIKE :pattern', {
        pattern: `%${filter.query.trim().replace(/[\\%_]/g, '\\$&')}%`,
      });
    }
    return found;
  }

  /** Those of them that the reader may read. */
  listReadable(tx: EntityManager, reader: Reader, ids: readonly string[]): Promise<StatementEntity[]> {
    const found = tx.getRepository(StatementEntity).createQueryBuilder('s');
    found.where(...readableBy(reader));
    return found.andWhere('s.id = ANY(:ids)', { ids }).getMany();
  }

  find(tx: EntityManager, id: string): Promise<StatementEntity | null> {
    return tx.findOneBy(StatementEntity, { id });
  }

  /** Those of them that exist. */
  findMany(tx: EntityManager, ids: readonly string[]): Promise<StatementEntity[]> {
    return tx.findBy(StatementEntity, { id: In([...ids]) });
  }

  /** The row, locked, so that changes to one statement and its rights follow one another. */
  findLocked(tx: EntityManager, id: string): Promise<StatementEntity | null> {
    return tx.findOne(StatementEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The last time that each one's title was changed; those that never were are left out. */
  async lastRenamings(
    tx: EntityManager,
    ids: readonly string[],
  ): Promise<Map<string, { readonly personId: string | null; readonly at: Date }>> {
    const rows = await tx
      .getRepository(EventLogEntity)
      .createQueryBuilder('e')
      .distinctOn(['e.subjectId'])
      .where(`e.subjectKind = 'statement' AND e.subjectId = ANY(:ids) AND e.name = :name`, {
        ...{ ids, name: statementRenamed.name },
      })
      .orderBy('e.subjectId')
      .addOrderBy('e.id', 'DESC')
      .getMany();
    return new Map(rows.map(({ subjectId, actorId, at }) => [subjectId, { personId: actorId, at }]));
  }

  async insert(tx: EntityManager, statement: StatementEntity): Promise<void> {
    await tx.insert(StatementEntity, statement);
  }

  async rename(tx: EntityManager, id: string, title: string, at: Date): Promise<void> {
    await tx.update(StatementEntity, { id }, { title, updatedAt: at });
  }

  async openHistory(tx: EntityManager, id: string, historyRight: HistoryRight): Promise<void> {
    await tx.update(StatementEntity, { id }, { historyRight });
  }

  /** A title that was changed after these words were written keeps its time. */
  async setWordCount(tx: EntityManager, id: string, wordCount: number, at: Date): Promise<void> {
    const updatedAt = () => 'GREATEST(updated_at, :at)';
    await tx
      .createQueryBuilder()
      .update(StatementEntity)
      .set({ wordCount, updatedAt })
      .where('id = :id', { id, at })
      .execute();
  }

  async listGrants(tx: EntityManager, statementIds: readonly string[]): Promise<StatementGrantEntity[]> {
    if (statementIds.length === 0) return [];
    return tx
      .getRepository(StatementGrantEntity)
      .createQueryBuilder('g')
      .where('g.statementId = ANY(:statementIds)', { statementIds })
      .orderBy('g.grantedAt')
      .addOrderBy('g.id')
      .limit(statementIds.length * statementLimits.grants)
      .getMany();
  }

  async saveGrant(tx: EntityManager, grant: StatementGrantEntity): Promise<void> {
    await tx.upsert(StatementGrantEntity, grant, ['id']);
  }

  async deleteGrant(tx: EntityManager, id: string): Promise<void> {
    await tx.delete(StatementGrantEntity, { id });
  }
}

/**
 * The rights of `statement-rights.ts` as a condition, so that a list costs one query; the tables of rights stand
 * in the domain alone, here only their outcome for this reader is asked. A room spec compares both.
 */
function readableBy(reader: Reader, prefix = 'reader'): [string, Record<string, unknown>] {
  const named = Object.entries(readableParameters(reader)).map(([name, value]) => [
    `${prefix}_${name}`,
    value,
  ]);
  const condition = `(
  s.ownerKind = ANY(:${prefix}_ownerKinds)
  OR s.groupId = ANY(:${prefix}_groupIds)
  OR EXISTS (
    SELECT FROM statement_grant g WHERE g.statement_id = s.id AND (
      (g.subject_kind = 'person' AND g.subject_id = :${prefix}_personId)
      OR (g.subject_kind = 'everyone' AND :${prefix}_actsForSome)
      OR (g.subject_kind = 'role' AND g.subject_id = ANY(:${prefix}_roles))
      OR (g.subject_kind = 'organisation' AND g.subject_id = ANY(:${prefix}_organisationIds))
      OR (g.subject_kind = 'group' AND g.subject_id = ANY(:${prefix}_groupIdTexts))
    )
  )
)`;
  return [condition, Object.fromEntries(named) as Record<string, unknown>];
}

function readableParameters({ standing, groups }: Reader) {
  const actsForSome = standing.organisationIds.length > 0;
  const mayReadAll = (owner: OwnerKind): boolean =>
    (actsForSome && everyoneRights[owner] !== 'none') ||
    standing.coalitionRoles.some((role) => roleRights[owner][role] !== 'none');
  const groupIds = groups.map((group) => group.groupId);
  return {
    ownerKinds: ownerKinds.filter(mayReadAll),
    groupIds,
    groupIdTexts: groupIds,
    personId: standing.personId,
    actsForSome,
    roles: standing.coalitionRoles,
    organisationIds: standing.speaksFor === null ? [] : [standing.speaksFor],
  };
}
