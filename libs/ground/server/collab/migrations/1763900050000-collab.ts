import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Collab1763900050000 implements MigrationInterface {
  name = 'Collab1763900050000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE collab_document (
        id text NOT NULL,
        epoch integer NOT NULL,
        seq bigint NOT NULL,
        created_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT pk_collab_document PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE collab_update (
        document_id text NOT NULL,
        seq bigint NOT NULL,
        data bytea NOT NULL,
        person_id uuid,
        organisation_id uuid,
        client_id bigint,
        at timestamp(3) with time zone NOT NULL,
        CONSTRAINT pk_collab_update PRIMARY KEY (document_id, seq),
        CONSTRAINT fk_collab_update_document FOREIGN KEY (document_id) REFERENCES collab_document (id)
      )`);
    await runner.query(`
      CREATE TABLE collab_snapshot (
        document_id text NOT NULL,
        seq bigint NOT NULL,
        state bytea NOT NULL,
        checksum bytea NOT NULL,
        at timestamp(3) with time zone NOT NULL,
        CONSTRAINT pk_collab_snapshot PRIMARY KEY (document_id, seq),
        CONSTRAINT fk_collab_snapshot_document FOREIGN KEY (document_id) REFERENCES collab_document (id)
      )`);
    await runner.query(`
      CREATE TABLE collab_client (
        document_id text NOT NULL,
        client_id bigint NOT NULL,
        person_id uuid,
        organisation_id uuid,
        at timestamp(3) with time zone NOT NULL,
        CONSTRAINT pk_collab_client PRIMARY KEY (document_id, client_id),
        CONSTRAINT fk_collab_client_document FOREIGN KEY (document_id) REFERENCES collab_document (id)
      )`);
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
