import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { StatementReadingEntity } from './entities/statement-reading.entity.js';

@Injectable()
export class ReadingsRepository {
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
