import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When a letter is offered again stands with its job. One that was tried for two days already stays given up; the
 * others get their jobs when a server that sends begins (`MailSender`).
 */
export class LettersAreJobs1764205000000 implements MigrationInterface {
  name = 'LettersAreJobs1764205000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE mail SET refused_at = due_at, to_address = NULL, subject = NULL, text = NULL, html = NULL
        WHERE sent_at IS NULL AND refused_at IS NULL AND attempts >= 48`,
    );
    await runner.query('DROP INDEX ix_mail_due');
    await runner.query('ALTER TABLE mail DROP COLUMN attempts, DROP COLUMN due_at');
    await runner.query(
      'CREATE INDEX ix_mail_waiting ON mail (id) WHERE sent_at IS NULL AND refused_at IS NULL',
    );
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
