import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when somebody has a role is said by the clock of the house, not by the database's. */
export class RoleSinceIsSaid1764205020000 implements MigrationInterface {
  name = 'RoleSinceIsSaid1764205020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE representative ALTER COLUMN role_since DROP DEFAULT');
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
