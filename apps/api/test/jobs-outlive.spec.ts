import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { borrowEmbeddedPostgres } from '@plenary/ground/server/postgres';
import { HttpClient, MailServer, startServer, until, type BuiltServer } from '@plenary/ground/testing';

const tool = resolve(__dirname, '../../../tools/backup.mjs');
const scratch = mkdtempSync(join(tmpdir(), 'plenary-jobs-'));
const [file, restoredTo] = [join(scratch, 'house.gz'), join(scratch, 'restored')];
const day = 86_400_000;
const settable = { CLOCK: 'settable' };

function command(name: 'backup' | 'restore', dataDir: string): Promise<number | null> {
  const env = { ...process.env, PLENARY_DATA: dataDir, DATABASE_URL: '' };
  const child = spawn(process.execPath, [tool, name, file], { env, stdio: 'ignore' });
  return new Promise((ended) => child.once('close', ended));
}

async function rowsOf<Row>(dataDir: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const database = await borrowEmbeddedPostgres({ dataDir });
  const client = new Client(database.connection);
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as Row[];
  } finally {
    await client.end();
    await database.stop();
  }
}

/** Somebody of the sample coalition with this role, signed in. */
async function signedIn(url: string, role: string): Promise<HttpClient> {
  const client = new HttpClient(url);
  const { body } = await client.get('/api/demo');
  const { email, password } = body.items.find((each: { roleKey: string }) => each.roleKey === role);
  expect((await client.post('/api/session', { email, password })).status).toBe(201);
  return client;
}

describe('jobs outlive the process that added them', () => {
  let server: BuiltServer;
  let mandate: string;
  beforeAll(async () => {
    chmodSync(scratch, 0o755);
    server = await startServer({ env: settable });
  }, 240_000);
  afterAll(async () => {
    await server?.stop();
    server?.forget();
    rmSync(scratch, { recursive: true, force: true });
  }, 60_000);

  const ends = (dataDir: string) =>
    rowsOf<{ actor_id: string | null }>(
      dataDir,
      `SELECT actor_id FROM event_log WHERE name = 'organisation.mandate-ended' AND payload ->> 'mandateId' = $1`,
      [mandate],
    );

  it('a backup holds one that waits for its time, and a restore brings it back, to be done then', async () => {
    const focal = await signedIn(server.url, 'focal_point');
    const me = (await focal.get('/api/me')).body.person.id as string;
    const { body: membership } = await focal.get('/api/membership');
    const organisation = membership.organisations[0].id as string;
    const lastsUntil = new Date(Date.now() + 9 * day).toISOString();
    const given = await focal.post(`/api/organisations/${organisation}/mandates`, {
      ...{ personId: me, kind: 'vote', alternate: false, until: lastsUntil },
    });
    expect(given.status).toBe(201);
    mandate = given.body.id as string;
    expect(await command('backup', server.dataDir)).toBe(0);
    await server.stop();
    server.forget();

    expect(await command('restore', restoredTo)).toBe(0);
    server = await startServer({ dataDir: restoredTo, env: settable });
    const [job] = await rowsOf<{ run_at: Date }>(
      restoredTo,
      `SELECT run_at FROM jobs WHERE task_identifier = 'mandate.run-out' AND key = $1`,
      [`mandate ${mandate}`],
    );
    expect(job!.run_at.toISOString()).toBe(lastsUntil);
    await server.forward(9 * day - 3_600_000);
    expect(await ends(restoredTo)).toEqual([]);
    await server.forward(3_600_000);
    await until(async () => (await ends(restoredTo)).length > 0, 'the end of the mandate');
    expect(await ends(restoredTo)).toEqual([{ actor_id: null }]);
  }, 240_000);

  it('a process that is killed within one: the next does it, once, as soon as the lease is over', async () => {
    // E-mails of before would leave, too.
    await rowsOf(restoredTo, 'DELETE FROM mail');
    await server.stop();
    const mail = await MailServer.start();
    const { env } = mail;
    server = await startServer({ dataDir: restoredTo, env });
    const { body } = await new HttpClient(server.url).get('/api/demo');
    const { email } = body.items[0];
    // The server is killed while it waits for this answer.
    mail.hold((to) => to === email);
    const asked = await new HttpClient(server.url).post('/api/password-resets', { email });
    expect(asked.status).toBe(204);
    await until(() => mail.waiting.length > 0, 'the e-mail on its way');
    await server.kill();
    await until(() => mail.waiting.length === 0, 'the end of its line');
    mail.letGo();
    server = await startServer({ dataDir: restoredTo, port: server.port, env });
    const unsent = () =>
      rowsOf(
        restoredTo,
        `SELECT 1 FROM jobs WHERE task_identifier = 'mail.send' AND attempts < max_attempts`,
      );
    await until(async () => (await unsent()).length === 0, 'the e-mail');
    expect(mail.accepted.filter((to) => to === email)).toHaveLength(1);
    expect(server.log()).toContain('jobs.taken-over');
    await mail.stop();
  }, 240_000);
});
