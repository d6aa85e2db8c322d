import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations that ask to be taken in, and what coordinators think of it. */
export class Applications1764000210000 implements MigrationInterface {
  name = 'Applications1764000210000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "application" (
        "organisation_id" uuid NOT NULL,
        "applicant_name" text NOT NULL,
        "applicant_email" text NOT NULL,
        "applicant_language" text NOT NULL,
        "note" text NOT NULL,
        "confirmed_at" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "pk_application" PRIMARY KEY ("organisation_id"),
        CONSTRAINT "fk_application_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id")
      )`);
    await runner.query(`
      CREATE TABLE "application_note" (
        "id" uuid NOT NULL,
        "organisation_id" uuid NOT NULL,
        "author_id" uuid NOT NULL,
        "text" text NOT NULL,
        "opinion" text,
        "at" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "pk_application_note" PRIMARY KEY ("id"),
        CONSTRAINT "ck_application_note_opinion" CHECK ("opinion" IN ('for', 'against')),
        CONSTRAINT "fk_application_note_application" FOREIGN KEY ("organisation_id")
          REFERENCES "application" ("organisation_id")
      )`);
    await runner.query(
      `CREATE INDEX "ix_application_note_organisation" ON "application_note" ("organisation_id", "at")`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
