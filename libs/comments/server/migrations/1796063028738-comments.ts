import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Comments1796063028738 implements MigrationInterface {
  name = 'Comments1796063028738';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "comment" (
        "id" uuid NOT NULL,
        "name" text NOT NULL,
        "created_at" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "pk_comment" PRIMARY KEY ("id")
      )`);
    await runner.query('CREATE INDEX "ix_comment_name" ON "comment" ("name", "id")');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
