import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Remembers up to which row each projection of each text was made, so that what a crash left out is made later. */
export class Projections1764202010000 implements MigrationInterface {
  name = 'Projections1764202010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE collab_projection (
        name text NOT NULL,
        document_id text NOT NULL,
        seq bigint NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        due_at timestamp(3) with time zone,
        CONSTRAINT pk_collab_projection PRIMARY KEY (name, document_id),
        CONSTRAINT fk_collab_projection_document FOREIGN KEY (document_id) REFERENCES collab_document (id)
      )`);
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
