import type { MigrationInterface, QueryRunner } from 'typeorm';
import { renewSortNames } from '@plenary/ground/server';

/** Names in scripts whose vowels are marks were compared without them, and different ones were one. */
export class OrganisationsAsTheyAreWritten1764100820000 implements MigrationInterface {
  name = 'OrganisationsAsTheyAreWritten1764100820000';

  async up(runner: QueryRunner): Promise<void> {
    await renewSortNames(runner, 'organisation', 'name');
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
