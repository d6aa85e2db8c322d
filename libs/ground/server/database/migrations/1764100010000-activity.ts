import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log is read by who did it, for whom and what it was; each filter has its index. */
export class Activity1764100010000 implements MigrationInterface {
  name = 'Activity1764100010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX ix_event_log_actor ON event_log (actor_id, id)');
    await runner.query('CREATE INDEX ix_event_log_organisation ON event_log (organisation_id, id)');
    await runner.query('CREATE INDEX ix_event_log_name ON event_log (name, id)');
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
