import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stretches of work, named versions, what people have read, and who may see all that. */
export class History1764300010000 implements MigrationInterface {
  name = 'History1764300010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "statement" ADD COLUMN "history_right" text NOT NULL DEFAULT 'edit',
        ADD CONSTRAINT "ck_statement_history_right" CHECK ("history_right" IN ('read', 'comment', 'edit'))`);
    await runner.query(`
      CREATE TABLE "statement_stretch" (
        "statement_id" uuid NOT NULL,
        "number" integer NOT NULL,
        "first_seq" bigint NOT NULL,
        "last_seq" bigint NOT NULL,
        "begun_at" timestamp(3) with time zone NOT NULL,
        "ended_at" timestamp(3) with time zone NOT NULL,
        "gap_before" boolean NOT NULL,
        "shares" jsonb NOT NULL,
        CONSTRAINT "pk_statement_stretch" PRIMARY KEY ("statement_id", "number"),
        CONSTRAINT "fk_statement_stretch_statement" FOREIGN KEY ("statement_id") REFERENCES "statement" ("id")
      )`);
    await runner.query(`
      CREATE TABLE "statement_version" (
        "id" uuid NOT NULL,
        "statement_id" uuid NOT NULL,
        "seq" bigint NOT NULL,
        "name" text NOT NULL,
        "note" text NOT NULL,
        "named_by" uuid NOT NULL,
        "organisation_id" uuid,
        "named_at" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "pk_statement_version" PRIMARY KEY ("id"),
        CONSTRAINT "fk_statement_version_statement" FOREIGN KEY ("statement_id") REFERENCES "statement" ("id")
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX "uq_statement_version_name" ON "statement_version" ("statement_id", lower("name"))`,
    );
    await runner.query(`
      CREATE TABLE "statement_reading" (
        "statement_id" uuid NOT NULL,
        "person_id" uuid NOT NULL,
        "paragraphs" jsonb NOT NULL,
        CONSTRAINT "pk_statement_reading" PRIMARY KEY ("statement_id", "person_id"),
        CONSTRAINT "fk_statement_reading_statement" FOREIGN KEY ("statement_id") REFERENCES "statement" ("id")
      )`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
