import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Coordinators who see the house as somebody else does. */
export class Looks1764100600000 implements MigrationInterface {
  name = 'Looks1764100600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "look" (
        "id" uuid NOT NULL,
        "coordinator_id" uuid NOT NULL,
        "person_id" uuid NOT NULL,
        "session_id" uuid NOT NULL,
        "reason" text NOT NULL,
        "begun_at" timestamp(3) with time zone NOT NULL,
        "ends_at" timestamp(3) with time zone NOT NULL,
        "ended_at" timestamp(3) with time zone,
        CONSTRAINT "pk_look" PRIMARY KEY ("id")
      )`);
    await runner.query(`CREATE INDEX "ix_look_coordinator" ON "look" ("coordinator_id")`);
    await runner.query(`CREATE INDEX "ix_look_person" ON "look" ("person_id")`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
