import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { Client } from 'pg';
import { borrowEmbeddedPostgres } from '@plenary/ground/server/postgres';
import { HttpClient, startServer, within, type BuiltServer } from '@plenary/ground/testing';
import { demoPassword } from '../seed/data/demo-sign-ins.js';

const tool = resolve(__dirname, '../../../tools/let-in.mjs');
const amara = 'amara@demo.plenary.example';

describe('IDN-17 let-in', () => {
  let server: BuiltServer;
  beforeAll(async () => void (server = await startServer()), 300_000);
  afterAll(async () => {
    await server?.stop();
    server?.forget();
  }, 300_000);

  /** The command as an operator would give it, while Plenary runs. */
  function letIn(...words: string[]): Promise<{ code: number | null; said: string }> {
    const env = { ...process.env, PLENARY_DATA: server.dataDir, DATABASE_URL: '', PUBLIC_URL: server.url };
    const child = spawn(process.execPath, [tool, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
    return new Promise((told) => child.once('close', (code) => told({ code, said })));
  }

  async function ask<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const database = await borrowEmbeddedPostgres({ dataDir: server.dataDir });
    const client = new Client(database.connection);
    await client.connect();
    try {
      return (await client.query(sql, values)).rows as Row[];
    } finally {
      await client.end();
      await database.stop();
    }
  }

  const until = (holds: () => Promise<boolean>) => within(10_000, holds);

  async function signIn(password: string): Promise<{ client: HttpClient; status: number }> {
    const client = new HttpClient(server.url);
    const { status } = await client.post('/api/session', { email: amara, password });
    return { client, status };
  }

  it('lets a coordinator in without second factor and sessions of before, on record, and tells all coordinators', async () => {
    const { client } = await signIn(demoPassword);
    const { body } = await client.get('/api/me');
    await ask(
      `INSERT INTO authenticator (person_id, secret, confirmed_at, created_at)
       VALUES ($1, 'JBSWY3DPEHPK3PXP', now(), now())`,
      [body.person.id],
    );
    const { code, said } = await letIn(amara.toUpperCase());
    expect([code, said]).toEqual([0, expect.stringContaining(`${server.url}/reset#`)]);
    expect(await until(async () => (await client.get('/api/me')).status === 401)).toBe(true);
    const password = 'one more long and quiet sentence';
    const [, secret] = /#(\S+)/.exec(said)!;
    const complete = () =>
      new HttpClient(server.url).post('/api/password-resets/complete', { secret, password });
    expect([(await complete()).status, (await complete()).status]).toEqual([204, 410]);
    expect((await signIn(password)).status).toBe(201);
    const told = () =>
      ask<{ to_address: string; subject: string }>(
        `SELECT to_address, subject FROM mail WHERE subject ~ 'sign-in was reset|reset the sign-in'`,
      );
    expect(await until(async () => (await told()).length === 2)).toBe(true);
    expect((await told()).map(({ to_address }) => to_address).sort()).toEqual([
      amara,
      'marijke@demo.plenary.example',
    ]);
    const { body: activity } = await (
      await signIn(password)
    ).client.get('/api/activity?name=person.device-recovery');
    expect(activity.items).toMatchObject([{ actor: null, details: { step: 'operator' } }]);
  }, 180_000);

  it.each([
    ['a member', 'mele@demo.plenary.example', 'No coordinator has that address'],
    ['nobody', 'nobody@demo.plenary.example', 'No coordinator has that address'],
  ])(
    'does nothing for %s',
    async (_, address, sentence) => {
      expect(await letIn(address)).toEqual({ code: 1, said: expect.stringContaining(sentence) });
    },
    120_000,
  );

  it('says how it is used', async () => {
    expect(await letIn()).toEqual({ code: 1, said: expect.stringContaining('npm run let-in -- ') });
  }, 300_000);
});
