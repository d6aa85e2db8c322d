import { Client } from 'pg';
import { csvOf } from '@plenary/arrivals/testing';
import { databaseOf, peopleWithTokens } from '@plenary/organisations/testing';
import { newsNotices, newsRequests, type NewsMessage } from '@plenary/ground/realtime/protocol';
import { formWith, MailServer, redisIsInstalled, until, type HttpClient } from '@plenary/ground/testing';
import {
  countOf,
  openStatement,
  pause,
  textOf,
  within,
  write,
  type CoWriter,
} from '@plenary/statements/testing';
import { processOf, TwoProcesses } from './two-processes.js';

/** SYNC-30, 31: `--processes 2` with a Redis of its own. Where none is installed, this says so and is passed over. */
const describeWithRedis = redisIsInstalled() ? describe : describe.skip;

const processesOf = (writers: readonly CoWriter[]): ReadonlySet<string> =>
  new Set(writers.map(({ connection }) => processOf(connection.socket)));

/** A process that has ended and was noticed by whoever started it is there no more: all that it held is closed. */
function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describeWithRedis('two processes with one Redis', () => {
  let house: TwoProcesses;
  let open: CoWriter[] = [];
  const closeAfterwards: { close(): unknown }[] = [];

  let mail: MailServer;

  beforeAll(async () => {
    mail = await MailServer.start();
    house = await TwoProcesses.start(mail.env);
  }, 300_000);
  afterAll(async () => {
    mail?.letGo();
    await house?.stop();
    await mail?.stop();
  }, 30_000);
  afterEach(() => {
    open.forEach(({ connection }) => connection.close());
    open = [];
    closeAfterwards.splice(0).forEach((line) => line.close());
  });

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
    const tokens = token ? Array<string>(count).fill(token) : await peopleWithTokens(house.server, count);
    const writers: CoWriter[] = [];
    for (const each of tokens) writers.push(await openStatement(house.server.url, each, statement));
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

  async function rowsOf(sql: string, values: unknown[]): Promise<Record<string, unknown>[]> {
    const client = new Client(databaseOf(house.server).address);
    await client.connect();
    try {
      return (await client.query(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** Has a list of new organisations imported, one person each, who are written to; answers the id of that work. */
  async function importList(client: HttpClient, addresses: readonly string[]): Promise<string> {
    const lines = addresses.map((address) => [
      `House of ${address}`,
      'Colombia',
      `Head of ${address}`,
      address,
    ]);
    const bytes = Buffer.from(csvOf([['Organisation', 'Country', 'Name', 'E-mail'], ...lines]));
    const choices = JSON.stringify({ welcome: true });
    const { type, content } = formWith({ field: 'list', bytes }, { choices });
    const answer = await client.send('POST', '/api/imports', content, { 'content-type': type });
    expect(answer.status).toBe(202);
    return answer.body.id as string;
  }

  /** Addresses of more people than one process writes to at a time: e-mails are jobs, and it does five. */
  const addressesAt = (domain: string) => Array.from({ length: 8 }, (_, place) => `p${place}@${domain}`);
  const unsent = async (addresses: readonly string[]) =>
    (await rowsOf('SELECT 1 FROM mail WHERE sent_at IS NULL AND to_address = ANY($1)', [addresses])).length;
  const accepted = (addresses: readonly string[]) => mail.accepted.filter((each) => addresses.includes(each));
  const waiting = (addresses: readonly string[]) =>
    mail.waiting.filter((each) => addresses.includes(each)).length;

  /** What the person who has this token hears at each process. */
  async function listen(token: string, ...subjects: object[]): Promise<readonly NewsMessage[][]> {
    const lines = await house.linesOf(token);
    closeAfterwards.push(...lines);
    return Promise.all(
      lines.map(async (line) => {
        const heard: NewsMessage[] = [];
        line.on(newsNotices.news, (message: NewsMessage) => heard.push(message));
        await line.emitWithAck(newsRequests.follow, { subjects });
        return heard;
      }),
    );
  }
  const bothHear = (heard: readonly NewsMessage[][], name: string, id?: string) =>
    until(
      () =>
        heard.every((each) =>
          each.some((news) => news.name === name && (id === undefined || news.subject.id === id)),
        ),
      `${name} at both processes`,
    );

  const equal = () => new Set(open.map(textOf)).size === 1;

  it('SYNC-31 people on both write one text, and see each other', async () => {
    const { client } = await house.person('coordinator');
    const statement = await newStatement(client);
    const writers = await enter(statement, 6);
    expect(processesOf(writers).size).toBe(2);
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
    const { client } = await house.person('coordinator');
    const { token } = await house.person('representative');
    const statement = await newStatement(client);
    const writers = await enter(statement, 4, token);
    expect(processesOf(writers).size).toBe(2);
    expect(writers.every(({ provider }) => provider.status.right === 'edit')).toBe(true);
    await withdraw(client, statement);
    const readOnly = () => writers.every(({ provider }) => provider.status.right !== 'edit');
    expect(await within(2_000, readOnly)).toBe(true);
  }, 300_000);

  it('SYNC-31 polling works, whichever process a request meets', async () => {
    const { client, token } = await house.person('coordinator');
    const statement = await newStatement(client);
    const [poller] = [await openStatement(house.server.url, token, statement, { transports: ['polling'] })];
    open.push(poller);
    await poller.provider.synced();
    const [reader] = await enter(statement, 1);
    for (let i = 0; i < 5; i++) {
      write(poller, ` poll${i};`);
      await poller.provider.saved();
    }
    expect(await within(3_000, () => countOf(textOf(reader!), 'poll') === 5)).toBe(true);
  }, 300_000);

  it('a job is done once, by either of the two, and what it changes is heard at both', async () => {
    const { client, token } = await house.person('coordinator');
    const [reader] = await peopleWithTokens(house.server, 1);
    const [own, others] = [await listen(token), await listen(reader!, { kind: 'organisation' })];
    const addresses = addressesAt('first.example');
    mail.hold((to) => addresses.includes(to));
    const work = await importList(client, addresses);
    await bothHear(own, 'long-work.ended', work);
    await bothHear(others, 'organisation.added');
    const told = await rowsOf(
      `SELECT name, count(*)::int AS times FROM event_log
        WHERE subject_id = $1 AND name = 'long-work.ended'
           OR name = 'organisation.added'
          AND subject_id IN (SELECT id::text FROM organisation WHERE name LIKE 'House of %@first.example')
        GROUP BY name ORDER BY name`,
      [work],
    );
    expect(told).toEqual([
      { name: 'long-work.ended', times: 1 },
      { name: 'organisation.added', times: addresses.length },
    ]);

    // None does so many at a time: both are at it.
    await until(() => waiting(addresses) === addresses.length, 'the e-mails, from both processes');
    mail.letGo();
    await until(async () => (await unsent(addresses)) === 0, 'the end of the e-mails');
    expect(accepted(addresses).sort()).toEqual(addresses);
  }, 300_000);

  it('a process is killed within its jobs: the other takes them over, and each is done once', async () => {
    const { client } = await house.person('coordinator');
    const addresses = addressesAt('second.example');
    mail.hold((to) => addresses.includes(to));
    await importList(client, addresses);
    await until(() => waiting(addresses) === addresses.length, 'the e-mails, from both processes');
    const before = house.workers();
    process.kill(before[0]!, 'SIGKILL');
    await until(() => !isThere(before[0]!), 'the end of the process');
    // Two looks that see the same: of its lines none is about to end.
    let seen = addresses.length;
    await until(() => {
      const before = seen;
      seen = waiting(addresses);
      return seen < addresses.length && seen === before;
    }, 'the end of its lines');
    // The other is still in the middle of its own.
    expect(waiting(addresses)).toBeGreaterThan(0);
    mail.letGo();
    await until(async () => (await unsent(addresses)) === 0, 'whoever takes them over');
    expect(accepted(addresses).sort()).toEqual(addresses);
    expect(house.server.log()).toContain('jobs.taken-over');
    await until(() => house.workers().length === 2, 'another in its place');
  }, 300_000);

  it('SYNC-6, SYNC-30 one process is killed, then Redis: nothing is lost, and rights still hold', async () => {
    const { client } = await house.person('coordinator');
    const { token: readers } = await house.person('representative');
    const statement = await newStatement(client);
    const writers = await enter(statement, 8);
    const watching = await enter(statement, 2, readers);
    expect(watching.every(({ provider }) => provider.status.right === 'edit')).toBe(true);
    const told: string[] = [];
    let over = false;
    const typing = writers.map((writer, place) => type(writer, place, told, () => over));
    const grown = (by: number, from = told.length) => within(15_000, () => told.length > from + by);

    expect(await grown(40)).toBe(true);
    const before = house.workers();
    process.kill(before[0]!, 'SIGKILL');
    expect(await grown(80)).toBe(true);
    expect(
      await within(15_000, () => house.workers().length === 2 && !house.workers().includes(before[0]!)),
    ).toBe(true);
    // Everybody is seen again, and nobody twice.
    const seen = () => writers.every(({ provider }) => provider.people.length === 10);
    expect(await within(20_000, seen)).toBe(true);

    await house.redis.kill();
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

    await house.redis.start();
    write(writers[0]!, ' told again;');
    expect(await within(5_000, () => open.every((each) => textOf(each).includes('told again')))).toBe(true);
    expect(await within(15_000, seen)).toBe(true);
  }, 300_000);

  it('SYNC-32 both leave together, in time, and everything acknowledged is there afterwards', async () => {
    const { client } = await house.person('coordinator');
    const statement = await newStatement(client);
    const writers = await enter(statement, 4);
    const told: string[] = [];
    let over = false;
    const typing = writers.map((writer, place) => type(writer, place, told, () => over));
    expect(await within(10_000, () => told.length > 20)).toBe(true);
    let stopped = false;
    const stopping = house.server.stop().then(() => (stopped = true));
    expect(await within(10_000, () => stopped)).toBe(true);
    await stopping;
    expect(house.server.log()).not.toContain('"level":50');
    await house.startAgain();
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
