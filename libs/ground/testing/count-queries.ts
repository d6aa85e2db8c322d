import type { DataSource } from 'typeorm';

/** How many queries the application sends, those in the background included. */
export function countQueries(database: DataSource) {
  const { logger } = database;
  let count = 0;
  database.logger = Object.assign(Object.create(logger as object), { logQuery: () => count++ });
  return {
    made: () => count,
    reset: () => void (count = 0),
    stop: () => void (database.logger = logger),
  };
}
