import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Suggestions1796065000000 implements MigrationInterface {
  name = 'Suggestions1796065000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "suggestion" (
        "id" uuid NOT NULL,
        "statement_id" uuid NOT NULL,
        "author_id" uuid NOT NULL,
        "organisation_id" uuid,
        "state" text NOT NULL,
        "client_id" bigint NOT NULL,
        "layer" bytea,
        "sent" bytea,
        "wording" integer NOT NULL DEFAULT 0,
        "reason" text NOT NULL DEFAULT '',
        "language" text NOT NULL,
        "decided_by" uuid,
        "decided_for" uuid,
        "decided_at" timestamp(3) with time zone,
        "decision_reason" text NOT NULL DEFAULT '',
        "deed" jsonb,
        "writing" bytea,
        "writing_by" uuid,
        "writing_for" uuid,
        "created_at" timestamp(3) with time zone NOT NULL,
        "changed_at" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "pk_suggestion" PRIMARY KEY ("id"),
        CONSTRAINT "ck_suggestion_state" CHECK
          ("state" IN ('draft', 'open', 'accepted', 'rejected', 'withdrawn'))
      )`);
    await runner.query(
      `CREATE INDEX "ix_suggestion_statement" ON "suggestion" ("statement_id", "state", "created_at", "id")`,
    );
    await runner.query(`CREATE INDEX "ix_suggestion_author" ON "suggestion" ("author_id")`);
    await runner.query(`CREATE INDEX "ix_suggestion_organisation" ON "suggestion" ("organisation_id")`);
    await runner.query(`
      CREATE TABLE "suggestion_signal" (
        "suggestion_id" uuid NOT NULL,
        "organisation_id" uuid NOT NULL,
        "person_id" uuid NOT NULL,
        "signal" text NOT NULL,
        "wording" integer NOT NULL,
        "at" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "pk_suggestion_signal" PRIMARY KEY ("suggestion_id", "organisation_id"),
        CONSTRAINT "ck_suggestion_signal" CHECK ("signal" IN ('support', 'concern')),
        CONSTRAINT "fk_suggestion_signal_suggestion" FOREIGN KEY ("suggestion_id") REFERENCES "suggestion" ("id")
      )`);
    await runner.query(
      `CREATE INDEX "ix_suggestion_signal_organisation" ON "suggestion_signal" ("organisation_id")`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
