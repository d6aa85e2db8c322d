import type { MigrationInterface, QueryRunner } from 'typeorm';
import { renewSortNames } from '@plenary/ground/server';

/** Names in scripts whose vowels are marks were compared without them, and different ones were one. */
export class PeopleAsTheyAreWritten1764100810000 implements MigrationInterface {
  name = 'PeopleAsTheyAreWritten1764100810000';

  async up(runner: QueryRunner): Promise<void> {
    await renewSortNames(runner, 'person', 'display_name');
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
