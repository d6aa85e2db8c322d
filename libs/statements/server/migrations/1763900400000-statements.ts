import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Statements1763900400000 implements MigrationInterface {
  name = 'Statements1763900400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "statement" (
        "id" uuid NOT NULL,
        "title" text NOT NULL,
        "owner_kind" text NOT NULL,
        "group_id" uuid,
        "language" text NOT NULL,
        "stage" text NOT NULL,
        "word_count" integer NOT NULL DEFAULT 0,
        "created_by" uuid NOT NULL,
        "created_at" timestamp(3) with time zone NOT NULL,
        "updated_at" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "pk_statement" PRIMARY KEY ("id"),
        CONSTRAINT "ck_statement_owner" CHECK
          ("owner_kind" IN ('coalition', 'group') AND ("owner_kind" = 'group') = ("group_id" IS NOT NULL)),
        CONSTRAINT "ck_statement_stage" CHECK ("stage" IN ('drafting'))
      )`);
    await runner.query(`CREATE INDEX "ix_statement_updated" ON "statement" ("updated_at", "id")`);
    await runner.query(`CREATE INDEX "ix_statement_group" ON "statement" ("group_id")`);
    await runner.query(`
      CREATE TABLE "statement_grant" (
        "id" uuid NOT NULL,
        "statement_id" uuid NOT NULL,
        "subject_kind" text NOT NULL,
        "subject_id" text NOT NULL,
        "right" text NOT NULL,
        "granted_by" uuid NOT NULL,
        "granted_at" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "pk_statement_grant" PRIMARY KEY ("id"),
        CONSTRAINT "uq_statement_grant_subject" UNIQUE ("statement_id", "subject_kind", "subject_id"),
        CONSTRAINT "ck_statement_grant_subject_kind" CHECK
          ("subject_kind" IN ('everyone', 'role', 'group', 'organisation', 'person')),
        CONSTRAINT "ck_statement_grant_right" CHECK ("right" IN ('read', 'comment', 'edit', 'manage')),
        CONSTRAINT "fk_statement_grant_statement" FOREIGN KEY ("statement_id") REFERENCES "statement" ("id")
      )`);
    await runner.query(
      `CREATE INDEX "ix_statement_grant_subject" ON "statement_grant" ("subject_kind", "subject_id")`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
