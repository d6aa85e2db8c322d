import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Tasks1796125000000 implements MigrationInterface {
  name = 'Tasks1796125000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "task" (
        "id" uuid NOT NULL,
        "group_id" uuid,
        "title" text NOT NULL,
        "notes" text NOT NULL,
        "state" text NOT NULL,
        "rank" text COLLATE "C" NOT NULL,
        "due_on" date,
        "due_time" text,
        "due_zone" text,
        "organisation_id" uuid,
        "steps" jsonb NOT NULL,
        "about_kind" text,
        "about_id" uuid,
        "statement_id" uuid,
        "paragraph_id" text,
        "quote" text NOT NULL,
        "made_by" uuid NOT NULL,
        "created_at" timestamp(3) with time zone NOT NULL,
        "changed_at" timestamp(3) with time zone NOT NULL,
        "done_at" timestamp(3) with time zone,
        "deleted_at" timestamp(3) with time zone,
        CONSTRAINT "pk_task" PRIMARY KEY ("id"),
        CONSTRAINT "ck_task_state" CHECK ("state" IN ('to_do', 'doing', 'waiting', 'done')),
        CONSTRAINT "ck_task_done" CHECK (("state" = 'done') = ("done_at" IS NOT NULL)),
        CONSTRAINT "ck_task_due" CHECK (
          ("due_time" IS NULL) = ("due_zone" IS NULL) AND ("due_time" IS NULL OR "due_on" IS NOT NULL)),
        CONSTRAINT "ck_task_about" CHECK (("about_kind" IS NULL) = ("about_id" IS NULL))
      )`);
    await runner.query('CREATE INDEX "ix_task_board" ON "task" ("group_id", "state", "rank", "id")');
    await runner.query('CREATE INDEX "ix_task_organisation" ON "task" ("organisation_id")');
    await runner.query('CREATE INDEX "ix_task_statement" ON "task" ("statement_id")');
    await runner.query(`
      CREATE TABLE "task_person" (
        "task_id" uuid NOT NULL,
        "person_id" uuid NOT NULL,
        "since" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "pk_task_person" PRIMARY KEY ("task_id", "person_id")
      )`);
    await runner.query('CREATE INDEX "ix_task_person_person" ON "task_person" ("person_id")');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
