import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recoveries that were begun before their end was a job get one. */
export class RecoveriesLapseByAJob1764205005000 implements MigrationInterface {
  name = 'RecoveriesLapseByAJob1764205005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `SELECT add_job('device-recovery.lapse', json_build_object('personId', person_id), max_attempts => 10,
                      run_at => coalesce(due_at, begun_at) + interval '7 days',
                      job_key => 'device-recovery ' || person_id) FROM device_recovery`,
    );
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
