import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links in letters, and accounts that have no password yet. */
export class Letters1764000100000 implements MigrationInterface {
  name = 'Letters1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE secret_link (
        id uuid NOT NULL,
        purpose text NOT NULL,
        person_id uuid,
        data jsonb NOT NULL,
        secret_hash text NOT NULL,
        created_at timestamp(3) with time zone NOT NULL,
        expires_at timestamp(3) with time zone NOT NULL,
        used_at timestamp(3) with time zone,
        CONSTRAINT pk_secret_link PRIMARY KEY (id)
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_secret_link_secret ON secret_link (secret_hash)');
    await runner.query('CREATE INDEX ix_secret_link_expires ON secret_link (expires_at)');
    await runner.query('ALTER TABLE person ALTER COLUMN password_hash DROP NOT NULL');
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
