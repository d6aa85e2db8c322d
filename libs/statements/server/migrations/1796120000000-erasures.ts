import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That words were taken out of a statement, without the words. */
export class Erasures1796120000000 implements MigrationInterface {
  name = 'Erasures1796120000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "statement_erasure" (
        "id" uuid NOT NULL,
        "statement_id" uuid NOT NULL,
        "seq" bigint NOT NULL,
        "erased_at" timestamp(3) with time zone NOT NULL,
        "erased_by" uuid NOT NULL,
        "organisation_id" uuid,
        "reason" text NOT NULL,
        "characters" integer NOT NULL,
        "paragraphs" jsonb NOT NULL,
        CONSTRAINT "pk_statement_erasure" PRIMARY KEY ("id"),
        CONSTRAINT "fk_statement_erasure_statement" FOREIGN KEY ("statement_id") REFERENCES "statement" ("id")
      )`);
    await runner.query(
      `CREATE INDEX "ix_statement_erasure_statement" ON "statement_erasure" ("statement_id", "seq")`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "statement_erasure"`);
  }
}
