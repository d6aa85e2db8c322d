import type { MigrationInterface, QueryRunner } from 'typeorm';
import { usualConstituencies, usualRegions, type Term } from '@plenary/organisations/domain';

/**
 * Regions and constituencies are the coalition's own, with names of their own. It keeps those that it used (all, where it
 * had named none) and those that an organisation has; an organisation need not have one any more.
 */
export class OwnRegions1764206010000 implements MigrationInterface {
  name = 'OwnRegions1764206010000';

  async up(runner: QueryRunner): Promise<void> {
    await this.replace(runner, 'regions', 'region', usualRegions);
    await this.replace(runner, 'constituencies', 'constituency', usualConstituencies);
  }

  private async replace(
    runner: QueryRunner,
    list: string,
    column: string,
    usual: readonly Term[],
  ): Promise<void> {
    await runner.query(`ALTER TABLE organisation ALTER COLUMN ${column} DROP NOT NULL`);
    await runner.query(`ALTER TABLE coalition RENAME COLUMN ${list} TO used`);
    await runner.query(`ALTER TABLE coalition ADD COLUMN ${list} jsonb NOT NULL DEFAULT '[]'`);
    await runner.query(
      `UPDATE coalition SET ${list} = coalesce((
         SELECT jsonb_agg(term ORDER BY place)
           FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS usual (term, place)
          WHERE used = '{}' OR term ->> 'key' = ANY(used)
             OR EXISTS (SELECT FROM organisation WHERE ${column} = term ->> 'key')), '[]')`,
      [JSON.stringify(usual)],
    );
    await runner.query('ALTER TABLE coalition DROP COLUMN used');
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
