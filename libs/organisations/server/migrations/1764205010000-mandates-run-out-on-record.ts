import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The end of a mandate's term comes on record, by a job. What was over before is over, without a late entry. */
export class MandatesRunOutOnRecord1764205010000 implements MigrationInterface {
  name = 'MandatesRunOutOnRecord1764205010000';

  async up(runner: QueryRunner): Promise<void> {
    const now = new Date();
    await runner.query('ALTER TABLE mandate ADD COLUMN over_at timestamptz(3)');
    await runner.query('UPDATE mandate SET over_at = until_at WHERE ended_at IS NULL AND until_at <= $1', [
      now,
    ]);
    await runner.query(
      `SELECT add_job('mandate.run-out', json_build_object('id', id), max_attempts => 10,
                      run_at => until_at, job_key => 'mandate ' || id)
         FROM mandate WHERE ended_at IS NULL AND until_at > $1`,
      [now],
    );
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
