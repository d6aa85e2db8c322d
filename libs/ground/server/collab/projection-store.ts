import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@plenary/ground/kernel';
import type { KeptAt, Projection } from './projection.js';

/** Documents that lag, asked for at once. */
export const laggingAtOnce = 50;
/** What fails is tried again after 2, 4, 8 … at most so many seconds. */
const longestWait = 600;

/** Those whose first row that is not in the projection is older than a moment; younger ones are at work somewhere. */
const laggingText = `
  SELECT d.id FROM collab_document d
  LEFT JOIN collab_projection p ON p.document_id = d.id AND p.name = $1
  WHERE starts_with(d.id, $2) AND d.id > $3 AND coalesce(p.seq, 0) < d.seq
    AND (p.due_at IS NULL OR p.due_at <= $4)
    AND NOT EXISTS (SELECT FROM collab_update u
      WHERE u.document_id = d.id AND u.seq = coalesce(p.seq, 0) + 1 AND u.at > $5)
  ORDER BY d.id LIMIT ${laggingAtOnce}`;

/** The row is the lock among processes: of two that made the same, the second finds it made. */
const claimText = `
  INSERT INTO collab_projection AS p (name, document_id, seq) VALUES ($1, $2, $3)
  ON CONFLICT (name, document_id) DO UPDATE SET seq = $3, attempts = 0, due_at = NULL
    WHERE p.seq < $3 OR p.attempts > 0 AND p.seq = $3
  RETURNING (SELECT at FROM collab_update WHERE document_id = $2 AND seq = $3) AS at`;

const failedText = `
  INSERT INTO collab_projection AS p (name, document_id, seq, attempts, due_at)
  VALUES ($1, $2, 0, 1, $3::timestamptz + interval '2 seconds')
  ON CONFLICT (name, document_id) DO UPDATE SET attempts = p.attempts + 1,
    due_at = $3::timestamptz + make_interval(secs => least(${longestWait}, power(2, p.attempts + 1)))`;

/** Which projection of which text was made up to where. */
@Injectable()
export class ProjectionStore {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Texts behind `last` whose projection lags since before `since`. */
  async lagging(projection: Projection, last: string, since: number): Promise<readonly string[]> {
    const { name, kind } = projection;
    const now = new Date(this.clock.now());
    const rows: { id: string }[] = await this.database.query(laggingText, [
      ...[name, `${kind}:`, last, now, new Date(since)],
    ]);
    return rows.map(({ id }) => id);
  }

  /** Keeps what was derived, unless somebody has kept as much or more; both in one transaction. Says whether it did. */
  async keep<Derived>(
    projection: Projection<Derived>,
    { document, seq }: Omit<KeptAt, 'at'>,
    derived: Derived,
  ): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const [mine] = await tx.query(claimText, [projection.name, document, seq]);
      if (mine) await projection.keep(tx, { document, seq, at: mine.at as Date }, derived);
      return mine !== undefined;
    });
  }

  async failed(projection: Projection, document: string): Promise<void> {
    await this.database.query(failedText, [projection.name, document, new Date(this.clock.now())]);
  }

  /** How many could not be made when last tried. */
  async countFailing(): Promise<number> {
    const [row] = await this.database.query(
      'SELECT count(*)::int AS failing FROM collab_projection WHERE attempts > 0',
    );
    return row.failing as number;
  }
}
