import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Groups that people make, join, ask to join and archive. */
export class ManagingGroups1764100300000 implements MigrationInterface {
  name = 'ManagingGroups1764100300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE working_group
        ALTER COLUMN theme DROP NOT NULL,
        ADD COLUMN access text NOT NULL DEFAULT 'open',
        ADD COLUMN archived_at timestamp(3) with time zone,
        ADD CONSTRAINT ck_working_group_access CHECK (access IN ('open', 'closed'))`);
    await runner.query(`
      CREATE TABLE group_request (
        group_id uuid NOT NULL,
        person_id uuid NOT NULL,
        organisation_id uuid,
        note text NOT NULL,
        created_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT pk_group_request PRIMARY KEY (group_id, person_id),
        CONSTRAINT fk_group_request_group FOREIGN KEY (group_id) REFERENCES working_group (id)
      )`);
    await runner.query('CREATE INDEX ix_group_request_person ON group_request (person_id)');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
