import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An address at which the coordinators of the coalition are reached. */
export class CoalitionContact1764100710000 implements MigrationInterface {
  name = 'CoalitionContact1764100710000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "coalition" ADD COLUMN "email" text');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
