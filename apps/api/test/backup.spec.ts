import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { borrowEmbeddedPostgres } from '@plenary/ground/server/postgres';
import { HttpClient, plainPicture, startServer, type BuiltServer } from '@plenary/ground/testing';
import { countOf, textOf, tokenAt, TypingPeople, within } from '@plenary/statements/testing';

const tool = resolve(__dirname, '../../../tools/backup.mjs');
const scratch = mkdtempSync(join(tmpdir(), 'plenary-backup-'));
const folder = (name: string): string => join(scratch, name);

interface Told {
  readonly code: number | null;
  readonly words: string;
}

/** The command as an operator would give it; `until` cuts it off with kill -9 as soon as it says these words. */
function command(
  name: 'backup' | 'restore',
  file: string,
  dataDir: string,
  { until, words: more = [] }: { until?: string; words?: readonly string[] } = {},
): Promise<Told> {
  const env = { ...process.env, PLENARY_DATA: dataDir, DATABASE_URL: '' };
  const child = spawn(process.execPath, [tool, name, file, ...more], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  const hear = (piece: Buffer) => {
    words += piece.toString();
    if (until && words.includes(until)) child.kill('SIGKILL');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((told) => child.once('close', (code) => told({ code, words })));
}

/**
 * A digest of each table's rows. The epoch of texts is left out: a restore begins a new one; so are UNLOGGED tables, and
 * those that tell of a place's own folder for files, of which no backup is made.
 */
async function digests(dataDir: string): Promise<Record<string, string>> {
  const database = await borrowEmbeddedPostgres({ dataDir });
  const client = new Client(database.connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relpersistence = 'p'
         AND relname NOT IN ('file_place', 'file_unclaimed') ORDER BY 1`,
    );
    const found: Record<string, string> = {};
    for (const { name } of rows) {
      const shown =
        name === 'migration'
          ? 't.name'
          : name === 'migrations'
            ? 't.id::text'
            : `(to_jsonb(t) - 'epoch')::text`;
      const sql = `SELECT count(*) || ' ' || md5(coalesce(string_agg(${shown}, '' ORDER BY ${shown}), '')) AS sum FROM "${name}" t`;
      found[name] = (await client.query<{ sum: string }>(sql)).rows[0]!.sum;
    }
    return found;
  } finally {
    await client.end();
    await database.stop();
  }
}

/** Where the files of these data lie, and what is there, by id: the digest of its bytes, or that it is missing. */
async function filesOf(dataDir: string): Promise<{ folder: string; found: Record<string, string> }> {
  const database = await borrowEmbeddedPostgres({ dataDir });
  const client = new Client(database.connection);
  await client.connect();
  try {
    const { rows: places } = await client.query<{ name: string }>('SELECT name FROM file_place');
    const place = join(dataDir, 'files', places[0]!.name);
    const { rows } = await client.query<{ id: string; sha256: string }>(
      'SELECT id, sha256 FROM file ORDER BY id',
    );
    const found = rows.map(({ id, sha256 }) => {
      const path = join(place, id.slice(-2), id);
      if (!existsSync(path)) return [id, 'missing'];
      const sum = createHash('sha256').update(readFileSync(path)).digest('hex');
      return [id, sum === sha256 ? sum : 'damaged'];
    });
    return { folder: place, found: Object.fromEntries(found) };
  } finally {
    await client.end();
    await database.stop();
  }
}

/** A coordinator who sets one logo after the other until told to stop. */
async function signPainter(
  url: string,
): Promise<{ paint(): Promise<string>; begin(): void; end(): Promise<number> }> {
  const { token } = await tokenAt(url, 'coordinator');
  const client = new HttpClient(url);
  let [count, isOver] = [0, false];
  let painting: Promise<void> = Promise.resolve();
  const paint = async () => {
    const bytes = await plainPicture('png', 40 + (count++ % 900));
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'image/png' };
    const { status, body } = await client.send('PUT', '/api/coalition/logo', bytes, headers);
    expect(status).toBe(200);
    return body.logoId as string;
  };
  return {
    paint,
    begin: () =>
      void (painting = (async () => {
        while (!isOver) await paint();
      })()),
    end: async () => {
      isOver = true;
      await painting;
      return count;
    },
  };
}

describe('backup and restore', () => {
  let server: BuiltServer;
  let people: TypingPeople;
  let savedBefore: readonly string[];
  const [live, quiet] = [folder('live.gz'), folder('quiet.gz')];

  beforeAll(async () => {
    chmodSync(scratch, 0o755);
    server = await startServer();
    people = await TypingPeople.at(server, 4);
  }, 240_000);
  afterAll(async () => {
    people?.close();
    await server?.stop();
    server?.forget();
    rmSync(scratch, { recursive: true, force: true });
  }, 300_000);

  it('a backup is made while people write; nobody is stopped, and it is for its owner alone', async () => {
    people.begin(70);
    const painter = await signPainter(server.url);
    await painter.paint();
    painter.begin();
    expect(await people.grown(20)).toBe(true);
    savedBefore = people.ledger.words();
    expect(await command('backup', live, server.dataDir)).toMatchObject({ code: 0 });
    expect(await people.grown(8)).toBe(true);
    await people.end();
    expect(await painter.end()).toBeGreaterThan(2);
    expect(statSync(live).mode & 0o777).toBe(0o600);
    expect((await command('backup', live, server.dataDir)).words).toContain('exists already');
  }, 180_000);

  it('restored into an empty place, every row is as it was, and the house opens on it', async () => {
    await server.stop();
    expect(await command('backup', quiet, server.dataDir)).toMatchObject({ code: 0 });
    const before = await digests(server.dataDir);
    const cut = await command('restore', quiet, folder('b'), { until: 'Reading the backup' });
    expect(cut.code).toBeNull();
    expect(await command('restore', quiet, folder('b'))).toMatchObject({ code: 0 });
    expect(await digests(folder('b'))).toEqual(before);
    const { found } = await filesOf(server.dataDir);
    expect(Object.values(found)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect((await filesOf(folder('b'))).found).toEqual(found);
    expect((await command('restore', quiet, folder('b'))).words).toContain('There are data already');
    expect(await digests(folder('b'))).toEqual(before);
  }, 240_000);

  it('what was saved before the backup began is in it; a device with later words is told to begin anew', async () => {
    expect(people.ledger.size).toBeGreaterThan(savedBefore.length);
    expect(await command('restore', live, folder('c'))).toMatchObject({ code: 0 });
    const restored = await startServer({ dataDir: folder('c'), port: server.port });
    try {
      const [writer] = people.writers;
      expect(await within(15_000, () => writer!.provider.generation === 1)).toBe(true);
      await writer!.provider.synced();
      const { logoId } = (await new HttpClient(restored.url).get('/api/door')).body.coalition;
      const logo = await fetch(`${restored.url}/api/pictures/${logoId}`);
      expect([logo.status, logo.headers.get('content-type')]).toEqual([200, 'image/png']);
      await logo.arrayBuffer();
      const text = textOf(writer!);
      expect(savedBefore.filter((word) => countOf(text, word) !== 1)).toEqual([]);
      expect(people.ledger.words().filter((word) => text.includes(word)).length).toBeLessThan(
        people.ledger.size,
      );
    } finally {
      people.close();
      await restored.stop();
    }
  }, 240_000);

  it.each([
    ['is cut short', (whole: Buffer) => whole.subarray(0, whole.length - 40)],
    [
      'was changed',
      // Turned over, since any character might have stood there already.
      (whole: Buffer) =>
        Buffer.concat([whole.subarray(0, 300), Buffer.from([whole[300]! ^ 0xff]), whole.subarray(301)]),
    ],
    ['is something else', () => Buffer.from('hello')],
  ])('a file that %s is refused before anything is made of it', async (what, change) => {
    const file = folder(`${what}.gz`);
    writeFileSync(file, change(readFileSync(quiet)));
    const { code, words } = await command('restore', file, folder('d'));
    expect(code).toBe(1);
    expect(words).toContain('not a whole one');
    expect(() => statSync(folder('d'))).toThrow('ENOENT');
  });

  it.each([
    ['missing', (path: string) => rmSync(path)],
    ['damaged', (path: string) => writeFileSync(path, readFileSync(path).reverse())],
  ])(
    'a file that is %s stops a backup, and says what to do; without it there is one',
    async (what, spoil) => {
      const data = folder('b');
      const { folder: place, found } = await filesOf(data);
      const [id] = Object.keys(found);
      const path = join(place, id!.slice(-2), id!);
      const whole = readFileSync(path);
      spoil(path);
      const file = folder(`${what}-file.gz`);
      const { code, words } = await command('backup', file, data);
      expect([code, existsSync(file), existsSync(`${file}.part`)]).toEqual([1, false, false]);
      expect(words).toMatch(
        /belongs to coalition [0-9a-f-]{36} is missing or damaged: .+--without-lost-files/,
      );
      expect(words).toContain(path);
      const without = await command('backup', file, data, { words: ['--without-lost-files'] });
      expect([without.code, without.words]).toEqual([0, expect.stringContaining('not in it: 1')]);
      expect((await command('restore', file, folder(`of ${what}`))).code).toBe(0);
      expect((await filesOf(folder(`of ${what}`))).found).toEqual({ [id!]: 'missing' });
      writeFileSync(path, whole);
    },
    240_000,
  );

  it('says what is missing', async () => {
    expect((await command('restore', folder('none.gz'), folder('d'))).words).toContain('There is no file');
    expect((await command('backup', folder('e.gz'), folder('d'))).words).toContain('nothing to back up');
    expect((await command('backup', folder('no/such/folder.gz'), server.dataDir)).words).toContain(
      'cannot be written',
    );
  });
});
