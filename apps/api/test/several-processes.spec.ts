import { spawnSync } from 'node:child_process';
import { peopleWithTokens } from '@plenary/organisations/testing';
import {
  HttpClient,
  redisIsInstalled,
  RedisServer,
  startServer,
  type BuiltServer,
} from '@plenary/ground/testing';
import {
  countOf,
  openStatement,
  pause,
  textOf,
  within,
  write,
  type CoWriter,
} from '@plenary/statements/testing';

/** SYNC-30, 31: `--processes 2` with a Redis of its own. Where none is installed, this says so and is passed over. */
const describeWithRedis = redisIsInstalled() ? describe : describe.skip;

/** The process that holds somebody's connection: ids of connections begin with its own. */
const processOf = ({ connection }: CoWriter): string => connection.socket.io.engine.id.slice(0, 12);

describeWithRedis('two processes with one Redis', () => {
  let redis: RedisServer;
  let server: BuiltServer;
  let open: CoWriter[] = [];

  beforeAll(async () => {
    redis = await RedisServer.start();
    server = await startServer({ args: ['--processes', '2'], env: { REDIS_URL: redis.url } });
    await bothServe();
  }, 300_000);
  afterAll(async () => {
    await server?.stop();
    server?.forget();
    await redis?.kill();
  }, 30_000);
  afterEach(() => {
    open.forEach(({ connection }) => connection.close());
    open = [];
  });

  /** The first serves while the second still starts. */
  async function bothServe(): Promise<void> {
    expect(await within(20_000, () => server.log().includes('Serving with 2 processes'))).toBe(true);
  }

  async function person(role: string): Promise<{ client: HttpClient; token: string }> {
    const client = new HttpClient(server.url);
    const { body: demo } = await client.get('/api/demo');
    const { email, password } = demo.items.find((each: { roleKey: string }) => each.roleKey === role);
    await client.post('/api/session', { email, password });
    const { body } = await client.post('/api/me/tokens', {
      name: 'Drill',
      scope: 'write',
      expiresInDays: 1,
      password,
    });
    return { client, token: body.token };
  }

  /** A statement that everybody may edit. */
  async function newStatement(client: HttpClient): Promise<string> {
    const wanted = { title: 'Two doors', ownerKind: 'coalition', language: 'en' };
    const { id } = (await client.post('/api/statements', wanted)).body;
    await client.put(`/api/statements/${id}/grants`, { subjectKind: 'everyone', right: 'edit' });
    return id;
  }

  async function withdraw(client: HttpClient, statement: string): Promise<void> {
    const { body } = await client.get(`/api/statements/${statement}/rights`);
    const { reasons } = body.items.find(
      (row: { subject: { kind: string }; reasons: { grant: object | null }[] }) =>
        row.subject.kind === 'everyone' && row.reasons.some((reason) => reason.grant),
    );
    const { grant } = reasons.find((reason: { grant: object | null }) => reason.grant);
    await client.delete(`/api/statements/${statement}/grants/${grant.id}`);
  }

  /** Penholders, each a person of their own, or sockets of one who has this token. */
  async function enter(statement: string, count: number, token?: string): Promise<CoWriter[]> {
    const tokens = token ? Array<string>(count).fill(token) : await peopleWithTokens(server, count);
    const writers: CoWriter[] = [];
    for (const each of tokens) writers.push(await openStatement(server.url, each, statement));
    open.push(...writers);
    await Promise.all(writers.map(({ provider }) => provider.synced()));
    return writers;
  }

  /** Types words of its own, each when the one before is saved; answers those told as saved. */
  async function type(writer: CoWriter, place: number, told: string[], over: () => boolean): Promise<void> {
    for (let i = 0; !over(); i++) {
      const word = ` w${place}x${i};`;
      write(writer, word);
      await writer.provider.saved();
      told.push(word);
      await pause(20 + 30 * Math.random());
    }
  }

  const equal = () => new Set(open.map(textOf)).size === 1;
  const workers = (): number[] =>
    spawnSync('ps', ['-o', 'pid=,args=', '--ppid', String(server.pid)])
      .stdout.toString()
      .split('\n')
      .filter((line) => line.includes('main.js'))
      .map((line) => Number(line.trim().split(' ')[0]));

  it('SYNC-31 people on both write one text, and see each other', async () => {
    const { client } = await person('coordinator');
    const statement = await newStatement(client);
    const writers = await enter(statement, 6);
    expect(new Set(writers.map(processOf)).size).toBe(2);
    writers.forEach((writer, place) => write(writer, ` from ${place};`));
    expect(await within(3_000, () => equal() && countOf(textOf(writers[0]!), 'from') === 6)).toBe(true);
    expect(await within(3_000, () => writers.every(({ provider }) => provider.people.length === 6))).toBe(
      true,
    );
    writers[0]!.connection.close();
    const others = writers.slice(1);
    expect(await within(3_000, () => others.every(({ provider }) => provider.people.length === 5))).toBe(
      true,
    );
  }, 300_000);

  it('SYNC-20, SYNC-31 a right withdrawn through one closes the doors of both within two seconds', async () => {
    const { client } = await person('coordinator');
    const { token } = await person('representative');
    const statement = await newStatement(client);
    const writers = await enter(statement, 4, token);
    expect(new Set(writers.map(processOf)).size).toBe(2);
    expect(writers.every(({ provider }) => provider.status.right === 'edit')).toBe(true);
    await withdraw(client, statement);
    const readOnly = () => writers.every(({ provider }) => provider.status.right !== 'edit');
    expect(await within(2_000, readOnly)).toBe(true);
  }, 300_000);

  it('SYNC-31 polling works, whichever process a request meets', async () => {
    const { client, token } = await person('coordinator');
    const statement = await newStatement(client);
    const [poller] = [await openStatement(server.url, token, statement, { transports: ['polling'] })];
    open.push(poller);
    await poller.provider.synced();
    const [reader] = await enter(statement, 1);
    for (let i = 0; i < 5; i++) {
      write(poller, ` poll${i};`);
      await poller.provider.saved();
    }
    expect(await within(3_000, () => countOf(textOf(reader!), 'poll') === 5)).toBe(true);
  }, 300_000);

  it('SYNC-6, SYNC-30 one process is killed, then Redis: nothing is lost, and rights still hold', async () => {
    const { client } = await person('coordinator');
    const { token: readers } = await person('representative');
    const statement = await newStatement(client);
    const writers = await enter(statement, 8);
    const watching = await enter(statement, 2, readers);
    expect(watching.every(({ provider }) => provider.status.right === 'edit')).toBe(true);
    const told: string[] = [];
    let over = false;
    const typing = writers.map((writer, place) => type(writer, place, told, () => over));
    const grown = (by: number, from = told.length) => within(15_000, () => told.length > from + by);

    expect(await grown(40)).toBe(true);
    const before = workers();
    process.kill(before[0]!, 'SIGKILL');
    expect(await grown(80)).toBe(true);
    expect(await within(15_000, () => workers().length === 2 && !workers().includes(before[0]!))).toBe(true);
    // Everybody is seen again, and nobody twice.
    const seen = () => writers.every(({ provider }) => provider.people.length === 10);
    expect(await within(20_000, seen)).toBe(true);

    await redis.kill();
    expect(await grown(80)).toBe(true);
    await withdraw(client, statement);
    const readOnly = () => watching.every(({ provider }) => provider.status.right !== 'edit');
    expect(await within(2_000, readOnly)).toBe(true);

    over = true;
    await Promise.all(typing);
    // Late by a look at the journal, and complete.
    expect(await within(6_000, equal)).toBe(true);
    const text = textOf(writers[0]!);
    expect(told.filter((word) => countOf(text, word) !== 1)).toEqual([]);

    await redis.start();
    write(writers[0]!, ' told again;');
    expect(await within(5_000, () => open.every((each) => textOf(each).includes('told again')))).toBe(true);
    expect(await within(15_000, seen)).toBe(true);
  }, 300_000);

  it('SYNC-32 both leave together, in time, and everything acknowledged is there afterwards', async () => {
    const { client } = await person('coordinator');
    const statement = await newStatement(client);
    const writers = await enter(statement, 4);
    const told: string[] = [];
    let over = false;
    const typing = writers.map((writer, place) => type(writer, place, told, () => over));
    expect(await within(10_000, () => told.length > 20)).toBe(true);
    let stopped = false;
    const stopping = server.stop().then(() => (stopped = true));
    expect(await within(10_000, () => stopped)).toBe(true);
    await stopping;
    expect(server.log()).not.toContain('"level":50');
    server = await startServer(server);
    expect(
      await within(15_000, () => writers.every(({ provider }) => provider.status.connection === 'online')),
    ).toBe(true);
    over = true;
    await Promise.all(typing);
    expect(await within(5_000, equal)).toBe(true);
    const text = textOf(writers[0]!);
    expect(told.filter((word) => countOf(text, word) !== 1)).toEqual([]);
  }, 240_000);
});
