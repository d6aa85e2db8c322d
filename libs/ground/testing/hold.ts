import type { DataSource, QueryRunner } from 'typeorm';
import { within } from './within.js';

/** A transaction beside the app's that holds rows or tables, so that a spec decides when what waits for them goes on. */
export class Hold {
  private constructor(
    private readonly database: DataSource,
    private readonly runner: QueryRunner,
    private readonly pid: number,
  ) {}

  /** Takes what this statement locks. */
  static async of(database: DataSource, sql: string, values: unknown[] = []): Promise<Hold> {
    const runner = database.createQueryRunner();
    await runner.startTransaction();
    const [{ pid }] = await runner.query('SELECT pg_backend_pid() AS pid');
    await runner.query(sql, values);
    return new Hold(database, runner, pid);
  }

  /** Resolves once so many others wait for it, or for one another behind it. */
  async waiting(count: number): Promise<void> {
    const enough = async () => {
      const [{ waiting }] = await this.database.query(
        `WITH RECURSIVE behind (pid) AS (
           SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND $1 = ANY(pg_blocking_pids(pid))
           UNION
           SELECT a.pid FROM pg_stat_activity a JOIN behind ON behind.pid = ANY(pg_blocking_pids(a.pid))
            WHERE a.wait_event_type = 'Lock')
         SELECT count(*)::int AS waiting FROM behind`,
        [this.pid],
      );
      return waiting >= count;
    };
    if (!(await within(15_000, enough)))
      throw new Error(`Nobody waits for what is held, or fewer than ${count}.`);
  }

  /** Changes something itself. */
  async query(sql: string, values: unknown[] = []): Promise<void> {
    await this.runner.query(sql, values);
  }

  /** Commits, and lets the others go on. */
  async release(): Promise<void> {
    await this.runner.commitTransaction();
    await this.runner.release();
  }
}
