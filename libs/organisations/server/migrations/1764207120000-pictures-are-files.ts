import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Logos are files. A migration knows no folder: where there are any, the table stays until the house opens and has
 * carried them over (`CarryPicturesOver`). Where there are none it goes at once, as in what is restored from a backup.
 */
export class PicturesAreFiles1764207120000 implements MigrationInterface {
  name = 'PicturesAreFiles1764207120000';

  async up(runner: QueryRunner): Promise<void> {
    const [{ some }] = await runner.query('SELECT EXISTS (SELECT FROM picture) AS some');
    if (!some) await runner.query('DROP TABLE picture');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
