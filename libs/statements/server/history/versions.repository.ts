import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { historyLimits } from '@plenary/statements/domain';
import { StatementVersionEntity } from './entities/statement-version.entity.js';

@Injectable()
export class VersionsRepository {
  /** The latest moment first; of those with one moment the one that was named last. */
  list(tx: EntityManager, statementId: string, limit: number = historyLimits.versions) {
    return tx.find(StatementVersionEntity, {
      where: { statementId },
      order: { seq: 'DESC', namedAt: 'DESC', id: 'DESC' },
      take: limit,
    });
  }

  async look(
    tx: EntityManager,
    statementId: string,
    name: string,
  ): Promise<{ readonly count: number; readonly isTaken: boolean }> {
    const [row] = await tx.query(
      `SELECT count(*)::int AS count, coalesce(bool_or(lower(name) = lower($2)), false) AS taken
       FROM statement_version WHERE statement_id = $1`,
      [statementId, name],
    );
    return { count: row.count as number, isTaken: row.taken as boolean };
  }

  async insert(tx: EntityManager, version: StatementVersionEntity): Promise<void> {
    await tx.insert(StatementVersionEntity, version);
  }
}
