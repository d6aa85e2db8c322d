import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Another role for an organisation is no other beginning: for whom somebody speaks hung on it. */
export class SinceWhenInARole1764100800000 implements MigrationInterface {
  name = 'SinceWhenInARole1764100800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE representative ADD COLUMN role_since timestamptz(3) NOT NULL DEFAULT now()',
    );
    await runner.query('UPDATE representative SET role_since = created_at');
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
