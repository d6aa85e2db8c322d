import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Comments1796063028738 implements MigrationInterface {
  name = 'Comments1796063028738';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "comment_thread" (
        "id" uuid NOT NULL,
        "statement_id" uuid NOT NULL,
        "place_kind" text NOT NULL,
        "anchor" jsonb,
        "print" jsonb,
        "paragraph_id" text,
        "quote" text NOT NULL,
        "before" text NOT NULL,
        "after" text NOT NULL,
        "audience" text NOT NULL,
        "organisation_id" uuid,
        "begun_by" uuid NOT NULL,
        "outcome" text,
        "outcome_note" text NOT NULL DEFAULT '',
        "resolved_by" uuid,
        "resolved_for" uuid,
        "resolved_at" timestamp(3) with time zone,
        "created_at" timestamp(3) with time zone NOT NULL,
        "changed_at" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "pk_comment_thread" PRIMARY KEY ("id"),
        CONSTRAINT "ck_comment_thread_place" CHECK ("place_kind" IN ('statement', 'paragraph', 'passage')),
        CONSTRAINT "ck_comment_thread_audience" CHECK
          ("audience" IN ('readers', 'organisation', 'penholders')),
        CONSTRAINT "ck_comment_thread_organisation" CHECK
          ("audience" <> 'organisation' OR "organisation_id" IS NOT NULL),
        CONSTRAINT "ck_comment_thread_outcome" CHECK
          ("outcome" IN ('taken', 'taken_in_part', 'not_taken', 'noted')
            AND ("outcome" IS NULL) = ("resolved_at" IS NULL))
      )`);
    await runner.query(
      `CREATE INDEX "ix_comment_thread_changed" ON "comment_thread" ("statement_id", "changed_at", "id")`,
    );
    await runner.query(
      `CREATE INDEX "ix_comment_thread_organisation" ON "comment_thread" ("organisation_id")`,
    );
    await runner.query(`
      CREATE TABLE "comment" (
        "id" uuid NOT NULL,
        "thread_id" uuid NOT NULL,
        "author_id" uuid NOT NULL,
        "organisation_id" uuid,
        "text" text NOT NULL,
        "language" text NOT NULL,
        "mentions" jsonb NOT NULL DEFAULT '[]',
        "entered_name" text,
        "entered_organisation_id" uuid,
        "entered_source" text,
        "created_at" timestamp(3) with time zone NOT NULL,
        "edited_at" timestamp(3) with time zone,
        "deleted_at" timestamp(3) with time zone,
        "deleted_by" uuid,
        CONSTRAINT "pk_comment" PRIMARY KEY ("id"),
        CONSTRAINT "ck_comment_source" CHECK
          ("entered_source" IN ('email', 'phone', 'letter', 'meeting', 'other')),
        CONSTRAINT "fk_comment_thread" FOREIGN KEY ("thread_id") REFERENCES "comment_thread" ("id")
      )`);
    await runner.query(`CREATE INDEX "ix_comment_thread" ON "comment" ("thread_id", "created_at")`);
    await runner.query(`CREATE INDEX "ix_comment_author" ON "comment" ("author_id")`);
    await runner.query(`
      CREATE TABLE "comment_translation" (
        "comment_id" uuid NOT NULL,
        "language" text NOT NULL,
        "text" text NOT NULL,
        "translated_by" uuid NOT NULL,
        "organisation_id" uuid,
        "at" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "pk_comment_translation" PRIMARY KEY ("comment_id", "language"),
        CONSTRAINT "fk_comment_translation_comment" FOREIGN KEY ("comment_id") REFERENCES "comment" ("id")
      )`);
    await runner.query(`CREATE INDEX "ix_comment_translation_by" ON "comment_translation" ("translated_by")`);
    await runner.query(`
      CREATE TABLE "comment_thread_read" (
        "person_id" uuid NOT NULL,
        "thread_id" uuid NOT NULL,
        "read_until" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "pk_comment_thread_read" PRIMARY KEY ("person_id", "thread_id"),
        CONSTRAINT "fk_comment_thread_read_thread" FOREIGN KEY ("thread_id") REFERENCES "comment_thread" ("id")
      )`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
