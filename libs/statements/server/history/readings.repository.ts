import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { UnreadCountView } from '@plenary/statements/domain';
import { StatementReadingEntity } from './entities/statement-reading.entity.js';

/** Stands for all paragraphs, also those that are gone; no paragraph has this id. */
export const everything = '*';

const countText = `
  SELECT asked.id AS statement_id, count(touched.segment)::int AS paragraphs
  FROM unnest($1::uuid[]) AS asked (id)
  LEFT JOIN statement_reading r ON r.statement_id = asked.id AND r.person_id = $2
  CROSS JOIN LATERAL (
    SELECT greatest(
      coalesce((SELECT max(v.seq) FROM statement_version v WHERE v.statement_id = asked.id),
               (SELECT min(value::bigint) FROM jsonb_each_text(r.paragraphs))),
      (r.paragraphs ->> '${everything}')::bigint) AS seq) AS usual
  LEFT JOIN LATERAL (
    SELECT segment.key AS segment
    FROM (SELECT shares FROM statement_stretch WHERE statement_id = asked.id
            AND last_seq > least(usual.seq, (SELECT min(value::bigint) FROM jsonb_each_text(r.paragraphs)))
          ORDER BY number DESC LIMIT $3) AS step,
      jsonb_array_elements(step.shares) AS share,
      jsonb_each_text(share -> 'segments') AS segment
    WHERE share ->> 'personId' IS DISTINCT FROM $2::text
    GROUP BY segment.key
    HAVING max(segment.value::bigint) > greatest(coalesce((r.paragraphs ->> segment.key)::bigint, usual.seq),
      (r.paragraphs ->> '${everything}')::bigint)) AS touched ON usual.seq IS NOT NULL
  GROUP BY asked.id`;

@Injectable()
export class ReadingsRepository {
  /**
   * STM-27: how many paragraphs somebody else touched since, for each of these statements. One query, from the latest
   * `steps` steps of each; no text is read.
   */
  async countUnread(
    tx: EntityManager,
    statementIds: readonly string[],
    personId: string,
    steps: number,
  ): Promise<readonly UnreadCountView[]> {
    const rows: { statement_id: string; paragraphs: number }[] = await tx.query(countText, [
      statementIds,
      personId,
      steps,
    ]);
    return rows.map(({ statement_id: statementId, paragraphs }) => ({ statementId, paragraphs }));
  }

  async get(
    tx: EntityManager,
    statementId: string,
    personId: string,
  ): Promise<Readonly<Record<string, number>>> {
    return (await tx.findOneBy(StatementReadingEntity, { statementId, personId }))?.paragraphs ?? {};
  }

  /** STM-27: of what several devices say of a paragraph, the later holds. One statement, so that none is lost. */
  async note(
    tx: EntityManager,
    statementId: string,
    personId: string,
    read: Readonly<Record<string, number>>,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO statement_reading AS r (statement_id, person_id, paragraphs) VALUES ($1, $2, $3)
       ON CONFLICT (statement_id, person_id) DO UPDATE SET paragraphs = r.paragraphs || coalesce((
         SELECT jsonb_object_agg(key, value) FROM jsonb_each($3::jsonb)
         WHERE value::bigint > coalesce((r.paragraphs ->> key)::bigint, 0)), '{}')`,
      [statementId, personId, JSON.stringify(read)],
    );
  }
}
