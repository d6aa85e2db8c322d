import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ThreadsOnSuggestions1796111000000 implements MigrationInterface {
  name = 'ThreadsOnSuggestions1796111000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "comment_thread"
        ADD COLUMN "suggestion_id" uuid,
        DROP CONSTRAINT "ck_comment_thread_place",
        ADD CONSTRAINT "ck_comment_thread_place" CHECK
          ("place_kind" IN ('statement', 'paragraph', 'passage', 'suggestion')),
        ADD CONSTRAINT "ck_comment_thread_suggestion" CHECK
          (("place_kind" = 'suggestion') = ("suggestion_id" IS NOT NULL))`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
