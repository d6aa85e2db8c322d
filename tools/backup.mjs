/**
 * `npm run backup -- <file>` writes everything that the data folder (PLENARY_DATA) or the database (DATABASE_URL)
 * holds into one file, also while Plenary runs. `npm run restore -- <file>` puts it into an empty place.
 */
import { runCommand } from './build/command.mjs';

const [command, file, ...more] = process.argv.slice(2);

await runCommand('backup', async ({ deeds, say, refuse, config }) => {
  if (!file || more.length > 0) refuse('backup.name');
  const restores = command === 'restore';
  const done = await (restores ? deeds.restore : deeds.backUp)(config(), file, say);
  const what = `${done.rows} rows of ${done.tables} tables`;
  say(restores ? `Restored ${what}. Start Plenary: npm start` : `Wrote ${what} to ${file}`);
});
