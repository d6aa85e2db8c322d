import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A day of the log is found by its own index, or all of it would be read for a day long ago. */
export class ActivityByDay1764100610000 implements MigrationInterface {
  name = 'ActivityByDay1764100610000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX ix_event_log_at ON event_log (at)');
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
