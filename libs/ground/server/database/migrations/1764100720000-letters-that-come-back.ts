import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A letter that an address does not take is offered no more, and whoever wrote it is told. */
export class LettersThatComeBack1764100720000 implements MigrationInterface {
  name = 'LettersThatComeBack1764100720000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mail ADD COLUMN refused_at timestamptz(3), ADD COLUMN refused_to text');
    await runner.query('DROP INDEX ix_mail_due');
    await runner.query(
      'CREATE INDEX ix_mail_due ON mail (due_at) WHERE sent_at IS NULL AND refused_at IS NULL',
    );
    await runner.query('CREATE INDEX ix_mail_refused ON mail (refused_to) WHERE refused_to IS NOT NULL');
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
