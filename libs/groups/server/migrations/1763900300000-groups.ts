import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Groups1763900300000 implements MigrationInterface {
  name = 'Groups1763900300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "working_group" (
        "id" uuid NOT NULL,
        "name" text NOT NULL,
        "theme" text NOT NULL,
        "description" text NOT NULL,
        "created_at" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "pk_working_group" PRIMARY KEY ("id")
      )`);
    await runner.query(`
      CREATE TABLE "group_member" (
        "group_id" uuid NOT NULL,
        "person_id" uuid NOT NULL,
        "role" text NOT NULL,
        "organisation_id" uuid,
        "created_at" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "pk_group_member" PRIMARY KEY ("group_id", "person_id"),
        CONSTRAINT "ck_group_member_role" CHECK ("role" IN ('lead', 'member')),
        CONSTRAINT "fk_group_member_group" FOREIGN KEY ("group_id") REFERENCES "working_group" ("id")
      )`);
    await runner.query(`CREATE INDEX "ix_group_member_person" ON "group_member" ("person_id")`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
