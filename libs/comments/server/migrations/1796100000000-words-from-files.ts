import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose words a file brought, and its name. */
export class WordsFromFiles1796100000000 implements MigrationInterface {
  name = 'WordsFromFiles1796100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "comment" ADD COLUMN "entered_file" text`);
    await runner.query(`ALTER TABLE "comment" DROP CONSTRAINT "ck_comment_source"`);
    await runner.query(
      `ALTER TABLE "comment" ADD CONSTRAINT "ck_comment_source"
         CHECK ("entered_source" IN ('email', 'phone', 'letter', 'meeting', 'other', 'file'))`,
    );
    await runner.query(
      `ALTER TABLE "suggestion" ADD COLUMN "entered_name" text, ADD COLUMN "entered_organisation_id" uuid,
         ADD COLUMN "entered_file" text`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
