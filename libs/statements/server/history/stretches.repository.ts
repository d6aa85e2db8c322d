import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Stretch } from '@plenary/statements/domain';
import { StatementStretchEntity } from './entities/statement-stretch.entity.js';

@Injectable()
export class StretchesRepository {
  /** Those with a number up to this one, the latest first. */
  async list(
    tx: EntityManager,
    statementId: string,
    upTo: number,
    limit: number,
  ): Promise<readonly Stretch[]> {
    const rows = await tx
      .getRepository(StatementStretchEntity)
      .createQueryBuilder('s')
      .where('s.statementId = :statementId AND s.number <= :upTo', { statementId, upTo })
      .orderBy('s.number', 'DESC')
      .limit(limit)
      .getMany();
    return rows.map(stretchOf);
  }

  /** From this number on, in order. */
  async listFrom(tx: EntityManager, statementId: string, number: number): Promise<readonly Stretch[]> {
    const rows = await tx
      .getRepository(StatementStretchEntity)
      .createQueryBuilder('s')
      .where('s.statementId = :statementId AND s.number >= :number', { statementId, number })
      .orderBy('s.number')
      .getMany();
    return rows.map(stretchOf);
  }

  /** How many there are, and up to which row they were made. */
  async reached(
    tx: EntityManager,
    statementId: string,
  ): Promise<{ readonly number: number; readonly seq: number }> {
    const [row] = await tx.query(
      'SELECT number, last_seq FROM statement_stretch WHERE statement_id = $1 ORDER BY number DESC LIMIT 1',
      [statementId],
    );
    return row ? { number: row.number as number, seq: Number(row.last_seq) } : { number: 0, seq: 0 };
  }

  async numbersOf(
    tx: EntityManager,
    statementId: string,
    seqs: readonly number[],
  ): Promise<(seq: number) => number> {
    const rows: { seq: string; number: number }[] = await tx.query(
      `SELECT asked.seq, (SELECT max(number) FROM statement_stretch WHERE statement_id = $1
         AND first_seq <= asked.seq) AS number
       FROM unnest($2::bigint[]) AS asked (seq)`,
      [statementId, seqs],
    );
    const numbers = new Map(rows.map(({ seq, number }) => [Number(seq), number]));
    return (seq) => numbers.get(seq) ?? 0;
  }

  async save(tx: EntityManager, statementId: string, stretches: readonly Stretch[]): Promise<void> {
    const rows = stretches.map(({ firstSeq, lastSeq, ...rest }) => ({
      ...{ statementId, firstSeq: String(firstSeq), lastSeq: String(lastSeq) },
      ...rest,
    }));
    await tx.upsert(StatementStretchEntity, rows, ['statementId', 'number']);
  }

  /** One at a time makes them, whichever process it is; until the transaction ends. */
  async lock(tx: EntityManager, statementId: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('statement stretches'), hashtext($1))`, [
      statementId,
    ]);
  }
}

const stretchOf = ({ firstSeq, lastSeq, statementId: _, ...rest }: StatementStretchEntity): Stretch => ({
  ...{ firstSeq: Number(firstSeq), lastSeq: Number(lastSeq) },
  ...rest,
});
