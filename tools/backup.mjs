/**
 * `npm run backup -- <file>` writes everything that the data folder (PLENARY_DATA) or the database (DATABASE_URL)
 * holds into one file, with the files of people (FILES_FOLDER), also while Plenary runs. `npm run restore -- <file>`
 * puts it into an empty place. A file of somebody's that is missing or damaged stops a backup; with
 * `--without-lost-files` it is made without them.
 */
import { runCommand } from './build/command.mjs';

const withoutLost = '--without-lost-files';
const [command, ...words] = process.argv.slice(2);
const [file, ...more] = words.filter((word) => word !== withoutLost);

await runCommand('backup', async ({ commands, say, refuse, config }) => {
  const restores = command === 'restore';
  const leavesOut = words.includes(withoutLost);
  if (!file || more.length > 0 || (restores && leavesOut)) refuse('backup.name');
  const done = restores
    ? await commands.restore(config(), file, say)
    : await commands.backUp(config(), file, say, leavesOut ? 'leave-out' : 'refuse');
  const what = `${done.rows} rows of ${done.tables} tables and ${done.files} files`;
  say(restores ? `Restored ${what}. Start Plenary: npm start` : `Wrote ${what} to ${file}`);
  if (done.lost > 0) say(`Files that are missing or damaged, and not in it: ${done.lost}`);
});
