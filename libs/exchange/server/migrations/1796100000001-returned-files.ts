import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReturnedFiles1796100000001 implements MigrationInterface {
  name = 'ReturnedFiles1796100000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "returned_file" (
        "id" uuid NOT NULL,
        "statement_id" uuid NOT NULL,
        "person_id" uuid NOT NULL,
        "file_name" text NOT NULL,
        "fingerprint" text NOT NULL,
        "moment" bigint NOT NULL,
        "suggestions" integer NOT NULL,
        "comments" integer NOT NULL,
        "at" timestamp(3) with time zone NOT NULL,
        "taken_back_at" timestamp(3) with time zone,
        CONSTRAINT "pk_returned_file" PRIMARY KEY ("id")
      )`);
    await runner.query(
      `CREATE INDEX "ix_returned_file_statement" ON "returned_file" ("statement_id", "at", "id")`,
    );
    await runner.query(`CREATE INDEX "ix_returned_file_person" ON "returned_file" ("person_id")`);
    await runner.query(`
      CREATE TABLE "returned_item" (
        "statement_id" uuid NOT NULL,
        "key" text NOT NULL,
        "file_id" uuid NOT NULL,
        "kind" text NOT NULL,
        "target_id" uuid NOT NULL,
        "thread_id" uuid,
        CONSTRAINT "pk_returned_item" PRIMARY KEY ("statement_id", "key"),
        CONSTRAINT "ck_returned_item_kind" CHECK ("kind" IN ('suggestion', 'comment')),
        CONSTRAINT "fk_returned_item_file" FOREIGN KEY ("file_id") REFERENCES "returned_file" ("id")
      )`);
    await runner.query(`CREATE INDEX "ix_returned_item_file" ON "returned_item" ("file_id")`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
