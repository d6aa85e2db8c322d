/**
 * `npm run let-in -- <address>` lets a coordinator in who has lost password or device and whom nobody else can help,
 * also while Plenary runs. It is on record, and told to the person and to all coordinators.
 */
import { runCommand } from './build/command.mjs';

const [address, ...more] = process.argv.slice(2);

await runCommand('let-in', async ({ commands, say, refuse, config }) => {
  if (!address || more.length > 0) refuse('let-in.name');
  const page = await commands.letIn(config(), address, say);
  say(
    'The second factor is taken away and every session has ended. Within two hours, once, a password is chosen at',
  );
  say(page);
});
