import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Mail1764000000000 implements MigrationInterface {
  name = 'Mail1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail (
        id uuid NOT NULL,
        to_address text,
        language text NOT NULL,
        subject text,
        text text,
        html text,
        attempts integer NOT NULL DEFAULT 0,
        created_at timestamp(3) with time zone NOT NULL,
        due_at timestamp(3) with time zone NOT NULL,
        sent_at timestamp(3) with time zone,
        CONSTRAINT pk_mail PRIMARY KEY (id)
      )`);
    await runner.query('CREATE INDEX ix_mail_due ON mail (due_at) WHERE sent_at IS NULL');
    await runner.query('CREATE INDEX ix_mail_created ON mail (created_at, id)');
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
