import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person's links are found without reading those of thousands who were written to with them. */
export class LinksOfAPerson1764100730000 implements MigrationInterface {
  name = 'LinksOfAPerson1764100730000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX ix_secret_link_person ON secret_link (person_id, purpose)');
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
