import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LongWork1764206000000 implements MigrationInterface {
  name = 'LongWork1764206000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE long_work (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        organisation_id uuid,
        kind text NOT NULL,
        request jsonb NOT NULL,
        bytes bytea,
        state text NOT NULL,
        step text,
        done integer NOT NULL DEFAULT 0,
        total integer,
        outcome jsonb,
        refusal jsonb,
        file_name text,
        file_type text,
        file bytea,
        begun_at timestamp(3) with time zone NOT NULL,
        ended_at timestamp(3) with time zone,
        CONSTRAINT pk_long_work PRIMARY KEY (id),
        CONSTRAINT ck_long_work_state CHECK (state IN ('waiting', 'running', 'done', 'failed'))
      )`);
    await runner.query('CREATE INDEX ix_long_work_person ON long_work (person_id, begun_at)');
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
