import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AcceptedOtherwise1796110000000 implements MigrationInterface {
  name = 'AcceptedOtherwise1796110000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "suggestion" ADD COLUMN "reworded" jsonb`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
