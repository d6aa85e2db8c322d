import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which characters went with an erasure, by their numbers; of earlier ones that is not known. */
export class GapsOfErasures1796130000000 implements MigrationInterface {
  name = 'GapsOfErasures1796130000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "statement_erasure" ADD COLUMN "gaps" jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "statement_erasure" DROP COLUMN "gaps"`);
  }
}
