import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files: a row each; how much each person put here on a day; since when a file of the store has had no row; and the name
 * of this installation's folder.
 */
export class Files1764207110000 implements MigrationInterface {
  name = 'Files1764207110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE file (
        id uuid NOT NULL,
        sha256 text NOT NULL,
        type text NOT NULL,
        bytes integer NOT NULL,
        name text,
        owner_kind text NOT NULL,
        owner_id text NOT NULL,
        put_by uuid,
        put_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT pk_file PRIMARY KEY (id)
      )`);
    await runner.query('CREATE INDEX ix_file_owner ON file (owner_kind, owner_id)');
    await runner.query('CREATE INDEX ix_file_put_by ON file (put_by) WHERE put_by IS NOT NULL');
    await runner.query(`
      CREATE TABLE file_day (
        person_id uuid NOT NULL,
        day date NOT NULL,
        bytes bigint NOT NULL,
        CONSTRAINT pk_file_day PRIMARY KEY (person_id, day)
      )`);
    await runner.query(`
      CREATE TABLE file_unclaimed (
        id uuid NOT NULL,
        since timestamp(3) with time zone NOT NULL,
        CONSTRAINT pk_file_unclaimed PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE file_place (
        id integer NOT NULL,
        name uuid NOT NULL,
        CONSTRAINT pk_file_place PRIMARY KEY (id),
        CONSTRAINT ck_file_place_one CHECK (id = 1)
      )`);
    await runner.query('INSERT INTO file_place (id, name) VALUES (1, gen_random_uuid())');
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
