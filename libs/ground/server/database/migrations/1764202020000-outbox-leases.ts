import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events are told outside of a transaction, under a lease; what failed for good stays, and holds nobody up. */
export class OutboxLeases1764202020000 implements MigrationInterface {
  name = 'OutboxLeases1764202020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE outbox ADD COLUMN leased_until timestamptz(3), ADD COLUMN dead_at timestamptz(3), ADD COLUMN reason text',
    );
    await runner.query('CREATE INDEX ix_outbox_dead ON outbox (dead_at) WHERE dead_at IS NOT NULL');
  }

  /** Forward only: what was written under this schema is not thrown away by a command. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward'));
  }
}
