import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['collab_document', 'collab_update', 'collab_snapshot', 'collab_client'];

/** Every text so far is of the first model; each is carried over when it is first opened (see `carry-over`). */
export class ModelsOfTexts1764100900000 implements MigrationInterface {
  name = 'ModelsOfTexts1764100900000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) {
      await runner.query(`ALTER TABLE ${table} ADD COLUMN model integer NOT NULL DEFAULT 1`);
    }
    await runner.query('ALTER TABLE collab_document ADD COLUMN floor bigint NOT NULL DEFAULT 0');
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
