import { inTime, systemClock } from '@plenary/ground/kernel';
import type { DataSource } from 'typeorm';

/** A database that has not answered by then is as good as away. Milliseconds. */
const slowestAnswer = 2_000;

/** True when the database answers now; never waits for long, as a database that hangs would have it. */
export async function databaseAnswers(database: DataSource): Promise<boolean> {
  const answer = database.query('SELECT 1');
  return inTime(systemClock, slowestAnswer, answer, () => new Error('no answer')).then(
    () => true,
    () => false,
  );
}
