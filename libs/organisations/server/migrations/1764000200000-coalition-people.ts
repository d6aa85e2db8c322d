import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A coalition that is set up, organisations that apply, people who are invited and say for whom they speak. */
export class CoalitionPeople1764000200000 implements MigrationInterface {
  name = 'CoalitionPeople1764000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "installation" (
        "id" integer NOT NULL,
        "kind" text NOT NULL,
        "begun_at" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "pk_installation" PRIMARY KEY ("id"),
        CONSTRAINT "ck_installation_one" CHECK ("id" = 1),
        CONSTRAINT "ck_installation_kind" CHECK ("kind" IN ('demo', 'empty'))
      )`);
    await runner.query(`
      INSERT INTO "installation" ("id", "kind", "begun_at")
      SELECT 1, CASE WHEN "is_demo" THEN 'demo' ELSE 'empty' END, "created_at" FROM "coalition" LIMIT 1`);
    await runner.query(`
      ALTER TABLE "coalition"
        ADD COLUMN "colour" text NOT NULL DEFAULT '#1f5c4d',
        ADD COLUMN "regions" text array NOT NULL DEFAULT '{}',
        ADD COLUMN "constituencies" text array NOT NULL DEFAULT '{}',
        ADD COLUMN "applications" text NOT NULL DEFAULT 'closed',
        ADD COLUMN "second_opinion" boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT "ck_coalition_applications" CHECK ("applications" IN ('open', 'closed'))`);
    await runner.query(`
      ALTER TABLE "organisation"
        DROP CONSTRAINT "ck_organisation_state",
        ADD CONSTRAINT "ck_organisation_state"
          CHECK ("state" IN ('applied', 'refused', 'active', 'suspended', 'left')),
        ADD COLUMN "email" text,
        ADD COLUMN "description" jsonb NOT NULL DEFAULT '{}'`);
    await runner.query(`CREATE INDEX "ix_organisation_state" ON "organisation" ("state", "sort_name", "id")`);
    await runner.query(`ALTER TABLE "representative" ADD COLUMN "chosen_at" timestamp(3) with time zone`);
    await runner.query(`
      CREATE TABLE "invitation" (
        "id" uuid NOT NULL,
        "organisation_id" uuid,
        "role" text,
        "coalition_role" text,
        "email" text,
        "language" text NOT NULL,
        "secret_hash" text NOT NULL,
        "most_uses" integer NOT NULL,
        "uses" integer NOT NULL DEFAULT 0,
        "created_by" uuid,
        "created_at" timestamp(3) with time zone NOT NULL,
        "expires_at" timestamp(3) with time zone NOT NULL,
        "revoked_at" timestamp(3) with time zone,
        CONSTRAINT "pk_invitation" PRIMARY KEY ("id"),
        CONSTRAINT "uq_invitation_secret" UNIQUE ("secret_hash"),
        CONSTRAINT "ck_invitation_uses" CHECK ("uses" <= "most_uses"),
        CONSTRAINT "ck_invitation_what" CHECK
          (("organisation_id" IS NOT NULL AND "role" IS NOT NULL) OR "coalition_role" IS NOT NULL),
        CONSTRAINT "fk_invitation_organisation" FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id")
      )`);
    await runner.query(
      `CREATE INDEX "ix_invitation_organisation" ON "invitation" ("organisation_id", "created_at")`,
    );
    await runner.query(`
      CREATE TABLE "invitation_use" (
        "invitation_id" uuid NOT NULL,
        "person_id" uuid NOT NULL,
        "at" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "pk_invitation_use" PRIMARY KEY ("invitation_id", "person_id"),
        CONSTRAINT "fk_invitation_use_invitation" FOREIGN KEY ("invitation_id") REFERENCES "invitation" ("id")
      )`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
