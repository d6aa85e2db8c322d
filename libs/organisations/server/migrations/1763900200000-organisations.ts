import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Organisations1763900200000 implements MigrationInterface {
  name = 'Organisations1763900200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "coalition" (
        "id" uuid NOT NULL,
        "name" text NOT NULL,
        "languages" text array NOT NULL,
        "is_demo" boolean NOT NULL,
        "created_at" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "pk_coalition" PRIMARY KEY ("id")
      )`);
    await runner.query(`
      CREATE TABLE "organisation" (
        "id" uuid NOT NULL,
        "name" text NOT NULL,
        "sort_name" text NOT NULL,
        "acronym" text,
        "country" text NOT NULL,
        "region" text NOT NULL,
        "constituency" text NOT NULL,
        "languages" text array NOT NULL,
        "website" text,
        "state" text NOT NULL,
        "listing" text NOT NULL,
        "created_at" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "pk_organisation" PRIMARY KEY ("id"),
        CONSTRAINT "ck_organisation_state" CHECK ("state" IN ('active', 'suspended', 'left')),
        CONSTRAINT "ck_organisation_listing" CHECK ("listing" IN ('listed', 'unlisted'))
      )`);
    await runner.query(`CREATE INDEX "ix_organisation_sort" ON "organisation" ("sort_name", "id")`);
    await runner.query(`
      CREATE TABLE "representative" (
        "person_id" uuid NOT NULL,
        "organisation_id" uuid NOT NULL,
        "role" text NOT NULL,
        "created_at" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "pk_representative" PRIMARY KEY ("person_id", "organisation_id"),
        CONSTRAINT "ck_representative_role" CHECK ("role" IN ('focal_point', 'representative', 'member')),
        CONSTRAINT "fk_representative_organisation" FOREIGN KEY ("organisation_id")
          REFERENCES "organisation" ("id")
      )`);
    await runner.query(
      `CREATE INDEX "ix_representative_organisation" ON "representative" ("organisation_id")`,
    );
    await runner.query(`
      CREATE TABLE "coalition_role" (
        "person_id" uuid NOT NULL,
        "role" text NOT NULL,
        "created_at" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "pk_coalition_role" PRIMARY KEY ("person_id", "role"),
        CONSTRAINT "ck_coalition_role" CHECK
          ("role" IN ('coordinator', 'facilitator', 'penholder', 'translator', 'observer'))
      )`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
