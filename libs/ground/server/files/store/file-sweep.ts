import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@plenary/ground/kernel';
import { Job, type JobRun } from '../../jobs/on-job.js';
import { FileStore } from './file-store.js';

const hour = 3_600_000;
/**
 * How long a file without a row stays. A request that is still writing its row takes minutes at most; a backup reads
 * files for as long as it takes, and its rows are those of the moment at which it began.
 */
const grace = 24 * hour;
/** Ids of one statement. */
const batch = 1_000;

/**
 * Removes from the store what no row claims: of transactions that were rolled back, of processes that were killed, and
 * of rows that are gone. Twice it has to be found so, with the grace time between.
 */
@Injectable()
export class FileSweep {
  constructor(
    private readonly database: DataSource,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  @Job('files.sweep', { every: hour })
  async sweep(_payload: object = {}, run?: Pick<JobRun, 'signal'>): Promise<void> {
    await this.removeLongUnclaimed();
    // Claimed meanwhile: should its row go some day, a new time begins.
    await this.database.query('DELETE FROM file_unclaimed u USING file f WHERE f.id = u.id');
    for await (const ids of inBatches(this.store.ids())) {
      if (run?.signal.aborted) return;
      await this.mark(ids);
    }
  }

  private async mark(ids: readonly string[]): Promise<void> {
    await this.database.query(
      `INSERT INTO file_unclaimed (id, since)
       SELECT g.id, $2 FROM unnest($1::uuid[]) AS g (id) WHERE NOT EXISTS (SELECT FROM file f WHERE f.id = g.id)
       ON CONFLICT DO NOTHING`,
      [ids, new Date(this.clock.now())],
    );
  }

  private async removeLongUnclaimed(): Promise<void> {
    const due: { id: string }[] = await this.database.query(
      `SELECT id FROM file_unclaimed u WHERE since <= $1 AND NOT EXISTS (SELECT FROM file f WHERE f.id = u.id)`,
      [new Date(this.clock.now() - grace)],
    );
    for (const { id } of due) {
      await this.store.delete(id);
      await this.database.query('DELETE FROM file_unclaimed WHERE id = $1', [id]);
    }
  }
}

async function* inBatches(ids: AsyncIterable<string>): AsyncGenerator<string[]> {
  let waiting: string[] = [];
  for await (const id of ids) {
    waiting.push(id);
    if (waiting.length < batch) continue;
    yield waiting;
    waiting = [];
  }
  if (waiting.length > 0) yield waiting;
}
