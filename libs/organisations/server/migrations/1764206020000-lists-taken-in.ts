import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ListsTakenIn1764206020000 implements MigrationInterface {
  name = 'ListsTakenIn1764206020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE taken_list (
        id uuid NOT NULL,
        made jsonb NOT NULL,
        taken_at timestamp(3) with time zone NOT NULL,
        undone_at timestamp(3) with time zone,
        CONSTRAINT pk_taken_list PRIMARY KEY (id)
      )`);
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
