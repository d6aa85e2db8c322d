import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { systemClock } from '@plenary/ground/kernel';

/** Today's secret, the same for all processes; those of other days are gone, and with them what they hid. */
export class AttemptKey {
  private day = '';
  private secret: Promise<Buffer> | null = null;

  constructor(private readonly pool: Pool) {}

  get(): Promise<Buffer> {
    const today = new Date(systemClock.now()).toISOString().slice(0, 10);
    if (this.day === today && this.secret) return this.secret;
    this.day = today;
    const secret = this.load(today);
    this.secret = secret;
    // The database was away: the next attempt asks again.
    secret.catch(() => this.secret === secret && (this.secret = null));
    return secret;
  }

  private async load(today: string): Promise<Buffer> {
    await this.pool.query('DELETE FROM attempt_key WHERE day <> $1', [today]);
    await this.pool.query('INSERT INTO attempt_key (day, secret) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      today,
      randomBytes(32),
    ]);
    const { rows } = await this.pool.query<{ secret: Buffer }>(
      'SELECT secret FROM attempt_key WHERE day = $1',
      [today],
    );
    return rows[0]!.secret;
  }
}
