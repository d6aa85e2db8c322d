import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Identity1763900100000 implements MigrationInterface {
  name = 'Identity1763900100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        id uuid NOT NULL,
        email text NOT NULL,
        display_name text NOT NULL,
        sort_name text NOT NULL,
        language text NOT NULL,
        password_hash text NOT NULL,
        created_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT pk_person PRIMARY KEY (id)
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_person_email ON person (email)');
    await runner.query('CREATE INDEX ix_person_sort_name ON person (sort_name, id)');
    await runner.query(`
      CREATE TABLE session (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        kind text NOT NULL,
        scope text NOT NULL,
        secret_hash text NOT NULL,
        label text,
        created_at timestamp(3) with time zone NOT NULL,
        last_used_at timestamp(3) with time zone,
        expires_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT pk_session PRIMARY KEY (id),
        CONSTRAINT fk_session_person FOREIGN KEY (person_id) REFERENCES person (id)
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_session_secret ON session (secret_hash)');
    await runner.query('CREATE INDEX ix_session_person ON session (person_id)');
    await runner.query(`
      CREATE TABLE demo_sign_in (
        role_key text NOT NULL,
        place integer NOT NULL,
        email text NOT NULL,
        password text NOT NULL,
        name text NOT NULL,
        organisation text,
        CONSTRAINT pk_demo_sign_in PRIMARY KEY (role_key)
      )`);
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
