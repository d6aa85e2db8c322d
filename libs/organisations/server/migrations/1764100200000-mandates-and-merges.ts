import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mandates, merged organisations, logos, saved lists, and roles that ask for a second factor. */
export class MandatesAndMerges1764100200000 implements MigrationInterface {
  name = 'MandatesAndMerges1764100200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "coalition"
        ADD COLUMN "second_factor_roles" text array NOT NULL DEFAULT '{}',
        ADD COLUMN "logo_id" uuid`);
    await runner.query(`
      ALTER TABLE "organisation"
        DROP CONSTRAINT "ck_organisation_state",
        ADD CONSTRAINT "ck_organisation_state"
          CHECK ("state" IN ('applied', 'refused', 'active', 'suspended', 'left', 'merged')),
        ADD COLUMN "logo_id" uuid,
        ADD COLUMN "merged_into" uuid`);
    await runner.query(`
      CREATE TABLE "picture" (
        "id" uuid NOT NULL,
        "type" text NOT NULL,
        "bytes" bytea NOT NULL,
        "created_at" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "pk_picture" PRIMARY KEY ("id"),
        CONSTRAINT "ck_picture_type" CHECK ("type" IN ('image/png', 'image/jpeg', 'image/webp'))
      )`);
    await runner.query(`
      CREATE TABLE "mandate" (
        "id" uuid NOT NULL,
        "organisation_id" uuid NOT NULL,
        "person_id" uuid NOT NULL,
        "kind" text NOT NULL,
        "alternate" boolean NOT NULL,
        "from_at" timestamp(3) with time zone NOT NULL,
        "until_at" timestamp(3) with time zone,
        "given_by" uuid,
        "ended_at" timestamp(3) with time zone,
        CONSTRAINT "pk_mandate" PRIMARY KEY ("id"),
        CONSTRAINT "ck_mandate_kind" CHECK ("kind" IN ('vote', 'sign')),
        CONSTRAINT "ck_mandate_time" CHECK ("until_at" > "from_at"),
        CONSTRAINT "fk_mandate_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id")
      )`);
    await runner.query(`CREATE INDEX "ix_mandate_organisation" ON "mandate" ("organisation_id", "from_at")`);
    await runner.query(`CREATE INDEX "ix_mandate_person" ON "mandate" ("person_id")`);
    await runner.query(`
      CREATE TABLE "saved_list" (
        "id" uuid NOT NULL,
        "person_id" uuid NOT NULL,
        "list" text NOT NULL,
        "name" text NOT NULL,
        "search" jsonb NOT NULL,
        "created_at" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "pk_saved_list" PRIMARY KEY ("id"),
        CONSTRAINT "ck_saved_list_list" CHECK ("list" IN ('organisations', 'people'))
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX "uq_saved_list_name" ON "saved_list" ("person_id", "list", "name")`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
