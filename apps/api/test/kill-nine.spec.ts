import { Client } from 'pg';
import {
  formWith,
  HttpClient,
  nothingAmiss,
  startServer,
  until,
  type BuiltServer,
} from '@plenary/ground/testing';
import { csvOf } from '@plenary/arrivals/testing';
import { databaseOf } from '@plenary/organisations/testing';
import { readParagraphs, wordCountOf } from '@plenary/statements/domain';
import { tokenAt, TypingPeople, within } from '@plenary/statements/testing';

/** So many organisations that they are written in several statements. */
const listed = 1_200;
const typists = 20;
const kills = 3;
/** Words that are told as saved before the next kill: so many that everybody is in the middle of some. */
const betweenKills = 3 * typists;
/** For a machine that has much else to do. Milliseconds. */
const patience = 60_000;

/** SYNC-6: kill -9 at any moment loses nothing that was acknowledged and doubles nothing. `npm run drill kill`: 100. */
describe('a server that is killed while twenty people type', () => {
  let server: BuiltServer;
  let people: TypingPeople | undefined;

  beforeAll(async () => void (server = await startServer()), 300_000);
  afterAll(async () => {
    people?.close();
    await server?.stop();
    server?.forget();
  }, 30_000);

  it('keeps every word that was told as saved, once, and all copies are equal', async () => {
    people = await TypingPeople.at(server, typists);
    people.begin(70);
    for (let kill = 0; kill < kills; kill++) {
      expect(await people.grown(betweenKills, patience)).toBe(true);
      await server.kill();
      server = await startServer(server);
    }
    expect(await people.grown(betweenKills, patience)).toBe(true);
    await people.end();
    expect(await people.check()).toEqual(nothingAmiss);
    expect(people.ledger.size).toBeGreaterThan(typists * kills);
  }, 240_000);

  it('SYNC-7 counts at the next start the words that it was killed before counting', async () => {
    const written = wordCountOf(readParagraphs(people!.writers[0]!.provider.doc));
    await server.kill();
    server = await startServer(server);
    const { token, statement } = await tokenAt(server.url);
    const counted = async () => {
      const answer = await fetch(`${server.url}/api/statements/${statement}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return ((await answer.json()) as { wordCount: number }).wordCount === written;
    };
    expect(await within(20_000, counted)).toBe(true);
  }, 60_000);

  it('takes a list once in whose middle it was killed, and whoever began that sees the end', async () => {
    const client = new HttpClient(server.url);
    const { body: demo } = await client.get('/api/demo');
    const { email, password } = demo.items.find(
      (each: { roleKey: string }) => each.roleKey === 'coordinator',
    );
    await client.post('/api/session', { email, password });
    const lines = Array.from({ length: listed }, (_, place) => [
      ...[`Killed ${place}`, 'Colombia', `Person ${place}`, `p${place}@killed.example`],
    ]);
    const bytes = Buffer.from(csvOf([['Organisation', 'Country', 'Name', 'E-mail'], ...lines]));
    const { type, content } = formWith({ field: 'list', bytes }, { choices: '{}' });

    const database = new Client(databaseOf(server).address);
    // The kill ends its connection too where the test that would close it has failed.
    database.on('error', () => undefined);
    await database.connect();
    const count = async (sql: string) => (await database.query(sql)).rows.length;
    // Its organisations are written, and its people have to wait.
    await database.query('BEGIN; LOCK TABLE person IN SHARE MODE');
    const begun = await client.send('POST', '/api/imports', content, { 'content-type': type });
    expect(begun.status).toBe(202);
    const waits = `SELECT FROM pg_locks WHERE relation = 'person'::regclass AND NOT granted`;
    await until(async () => (await count(waits)) > 0, 'the middle of the import');
    const work = `/api/me/work/${begun.body.id}`;
    // How far it is comes to the table beside the work.
    await until(async () => {
      const { state, step } = (await client.get(work)).body;
      return state === 'running' && step === 'organisations';
    }, 'the step at which it waits');
    await server.kill();
    await database.query('ROLLBACK');
    await database.end();

    server = await startServer(server);
    await until(async () => (await client.get(work)).body.state === 'done', 'the end of the work');
    expect((await client.get(work)).body).toMatchObject({
      outcome: { organisations: listed, people: listed, named: listed },
      refusal: null,
    });
    const after = new Client(databaseOf(server).address);
    await after.connect();
    const { rows } = await after.query(
      `SELECT (SELECT count(*)::int FROM organisation WHERE name LIKE 'Killed %') AS organisations,
              (SELECT count(*)::int FROM person WHERE email LIKE '%@killed.example') AS people,
              (SELECT count(*)::int FROM event_log WHERE name = 'long-work.ended' AND subject_id = $1) AS ends`,
      [begun.body.id],
    );
    await after.end();
    expect(rows).toEqual([{ organisations: listed, people: listed, ends: 1 }]);
    expect(server.log()).toContain('jobs.taken-over');
  }, 240_000);
});
