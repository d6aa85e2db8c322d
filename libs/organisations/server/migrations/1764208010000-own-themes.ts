import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Themes are the coalition's own, as its regions are. Those that groups have already are given by their room. */
export class OwnThemes1764208010000 implements MigrationInterface {
  name = 'OwnThemes1764208010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE coalition ADD COLUMN themes jsonb NOT NULL DEFAULT '[]'`);
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
