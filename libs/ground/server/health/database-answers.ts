import { systemClock } from '@plenary/ground/kernel';
import type { DataSource } from 'typeorm';

/** A database that has not answered by then is as good as away. Milliseconds. */
const slowestAnswer = 2_000;

/** True when the database answers now; never waits for long, as a database that hangs would have it. */
export async function databaseAnswers(database: DataSource): Promise<boolean> {
  let cancel = () => {};
  const late = new Promise<boolean>(
    (answers) => (cancel = systemClock.after(slowestAnswer, () => answers(false))),
  );
  const answer = database.query('SELECT 1').then(
    () => true,
    () => false,
  );
  return Promise.race([answer, late]).finally(cancel);
}
