import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Attempts at sign-in and the like, counted for all processes together. UNLOGGED: they may be forgotten with a crash of
 * the database, cost no write-ahead log, and are in no backup.
 */
export class Attempts1764202030000 implements MigrationInterface {
  name = 'Attempts1764202030000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE attempt (
        key text NOT NULL,
        points integer NOT NULL DEFAULT 0,
        expire bigint,
        CONSTRAINT pk_attempt PRIMARY KEY (key)
      )`);
    await runner.query(`
      CREATE UNLOGGED TABLE attempt_key (
        day date NOT NULL,
        secret bytea NOT NULL,
        CONSTRAINT pk_attempt_key PRIMARY KEY (day)
      )`);
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
