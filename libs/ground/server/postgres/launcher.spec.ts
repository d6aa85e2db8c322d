import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './launcher.js';
import { isAlive, until } from './processes.js';
import { isRoot } from './runner.js';

let folder: string;
let dataDir: string;
/** A cluster that was stopped in good order, once for all: making one takes longer than all that is tried here. */
let sample: string;
const running: EmbeddedPostgres[] = [];

async function start(
  more: { dataDir?: string; sharedDir?: string; onProgress?: (line: string) => void } = {},
) {
  const database = await startEmbeddedPostgres({ dataDir, ...more });
  running.push(database);
  return database;
}

async function query<Row extends object>(database: EmbeddedPostgres, sql: string): Promise<Row[]> {
  const client = new Client(database.connection);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** What is left when Plenary is killed: the postmaster lives on, the lock names a process that is gone. */
function leaveLockOfDeadProcess() {
  writeFileSync(join(dataDir, 'plenary.lock'), JSON.stringify({ pid: process.pid, started: '1' }));
}

/** As the folder is after a first start; the files of the cluster keep their owner. */
function hasStartedBefore() {
  expect(spawnSync('cp', ['-a', sample, dataDir]).status).toBe(0);
}

beforeAll(async () => {
  sample = mkdtempSync(join(tmpdir(), 'plenary-cluster-'));
  chmodSync(sample, 0o755);
  await (await startEmbeddedPostgres({ dataDir: sample })).stop();
}, 60_000);

afterAll(() => rmSync(sample, { recursive: true, force: true }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plenary-launcher-'));
  chmodSync(folder, 0o711);
  dataDir = join(folder, 'data');
});

afterEach(async () => {
  for (const database of running.splice(0)) await database.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the database that comes with Plenary', () => {
  it('is started again, at the same address, when it is killed', async () => {
    hasStartedBefore();
    const said: string[] = [];
    const database = await start({ onProgress: (line) => said.push(line) });
    await query(database, 'create table word (text text)');
    const { pid } = database;
    process.kill(pid, 'SIGKILL');
    expect(await until(() => database.pid !== pid, 10_000)).toBe(true);
    expect(await query(database, 'select count(*)::int as n from word')).toEqual([{ n: 0 }]);
    expect(said.slice(-2)).toEqual([
      'The database ended unexpectedly; starting it again',
      'The database is back',
    ]);
    await database.stop();
    expect(isAlive(database.pid)).toBe(false);
  }, 20_000);

  it('starts, keeps what it was told, stops and starts again', async () => {
    const first = await start();
    await query(first, `create table word (text text); insert into word values ('réservation'), ('تحفّظ')`);
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    expect(existsSync(join(dataDir, 'plenary.lock'))).toBe(false);

    const second = await start();
    expect(await query(second, 'select upper(text) as text from word')).toEqual([
      { text: 'RÉSERVATION' },
      { text: 'تحفّظ' },
    ]);
    expect(await query(second, 'show fsync')).toEqual([{ fsync: 'on' }]);
    expect(await query(second, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
  });

  it('starts again after its process was killed', async () => {
    hasStartedBefore();
    const first = await start();
    await query(first, 'create table kept (n int); insert into kept values (1)');
    process.kill(first.pid, 'SIGKILL');
    await until(() => !isAlive(first.pid), 5_000);
    await first.stop();

    const second = await start();
    expect(second.pid).not.toBe(first.pid);
    expect(await query(second, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  it('refuses a second Plenary on the same data at once, and does not disturb the first', async () => {
    hasStartedBefore();
    const first = await start();
    const said: string[] = [];
    await expect(start({ onProgress: (line) => said.push(line) })).rejects.toMatchObject({
      code: 'data.in-use',
      params: { dataDir, pid: process.pid },
    });
    // Before anything was begun.
    expect(said).toEqual([]);
    expect(await query(first, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('goes on with a database that outlived a killed Plenary', async () => {
    hasStartedBefore();
    const first = await start();
    rmSync(join(dataDir, 'plenary.lock'));
    leaveLockOfDeadProcess();

    const second = await start();
    expect(second.pid).toBe(first.pid);
    expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.stop();
    expect(isAlive(first.pid)).toBe(false);
  });

  it('is not kept from starting by a stranger that was given the number of its old process', async () => {
    hasStartedBefore();
    writeFileSync(
      join(dataDir, 'postgres/postmaster.pid'),
      `${process.pid}\n${dataDir}/postgres\n1\n5432\n/tmp\n\n`,
    );
    expect(await query(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('makes a whole cluster after a first start that was cut short', async () => {
    mkdirSync(join(dataDir, 'postgres.new/base'), { recursive: true });
    chmodSync(dataDir, 0o755);
    expect(await query(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(dataDir, 'postgres.new'))).toBe(false);
  });

  it('reaches its socket though the path of the data is long', async () => {
    dataDir = join(folder, 'a'.repeat(60), 'b'.repeat(60));
    const database = await start();
    expect(Buffer.byteLength(database.connection.host)).toBeLessThan(93);
    expect(await query(database, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('says that the folder cannot be used when a file is in its way', async () => {
    writeFileSync(dataDir, '');
    await expect(start()).rejects.toMatchObject({ code: 'data.unwritable' });
  });

  it('hands on what PostgreSQL wrote when it cannot start, and frees the folder', async () => {
    hasStartedBefore();
    writeFileSync(join(dataDir, 'postgres/postgresql.conf'), 'no_such_setting_at_all = 1\n');
    await expect(start()).rejects.toMatchObject({
      code: 'postgres.failed',
      params: { reason: expect.stringContaining('no_such_setting_at_all') },
    });
    expect(existsSync(join(dataDir, 'plenary.lock'))).toBe(false);
  });
});

(isRoot() ? describe : describe.skip)('run by root, below a folder that is closed to others', () => {
  it('keeps the cluster in the shared folder, says so, and finds it again', async () => {
    const closed = join(folder, 'root');
    mkdirSync(closed, { mode: 0o700 });
    const said: string[] = [];
    const more = {
      dataDir: join(closed, 'data'),
      sharedDir: join(folder, 'shared'),
      onProgress: (line: string) => void said.push(line),
    };
    const first = await start(more);
    await query(first, 'create table kept (n int)');
    await first.stop();
    expect(said.join('\n')).toContain(join(folder, 'shared'));
    expect(readFileSync(join(closed, 'data/postgres-lives-in.txt'), 'utf8')).toContain(
      join(folder, 'shared'),
    );

    chmodSync(closed, 0o755);
    expect(await query(await start(more), 'select n from kept')).toEqual([]);
  });
});
