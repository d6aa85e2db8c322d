import { HttpClient, startServer, type BuiltServer } from '@plenary/ground/testing';
import { countOf, openStatement, pause, textOf, within, write, type CoWriter } from './co-writers.js';

const typists = 20;
const kills = 3;
/** Milliseconds. */
const betweenKills = 2_500;

/** SYNC-6: kill -9 at any moment loses nothing that was acknowledged and doubles nothing. */
describe('a server that is killed while twenty people type', () => {
  let server: BuiltServer;
  let writers: CoWriter[] = [];

  beforeAll(async () => {
    server = await startServer();
  }, 120_000);
  afterAll(async () => {
    writers.forEach(({ connection }) => connection.close());
    await server?.stop();
    server?.forget();
  }, 30_000);

  /** A personal token of somebody who may edit the sample coalition's statement, and that statement. */
  async function signIn(): Promise<{ token: string; statement: string }> {
    const client = new HttpClient(server.url);
    const { body: demo } = await client.get('/api/demo');
    const { email, password } = demo.items.find((each: { roleKey: string }) => each.roleKey === 'penholder');
    await client.post('/api/session', { email, password });
    const { body } = await client.post('/api/me/tokens', { name: 'Drill', scope: 'write', expiresInDays: 1 });
    const { body: statements } = await client.get('/api/statements');
    return { token: body.token, statement: statements.items[0].id };
  }

  /** Types words of its own one after the other, each when the one before is saved; answers those told as saved. */
  async function type(writer: CoWriter, place: number, told: string[], until: () => boolean): Promise<void> {
    for (let i = 0; !until(); i++) {
      const word = ` w${place}x${i};`;
      write(writer, word);
      await writer.provider.saved();
      told.push(word);
      await pause(40 + 60 * Math.random());
    }
  }

  it('keeps every word that was told as saved, once, and all copies are equal', async () => {
    const { token, statement } = await signIn();
    writers = await Promise.all(
      Array.from({ length: typists }, () => openStatement(server.url, token, statement)),
    );
    await Promise.all(writers.map(({ provider }) => provider.synced()));
    const told: string[] = [];
    let over = false;
    const typing = writers.map((writer, place) => type(writer, place, told, () => over));
    for (let kill = 0; kill < kills; kill++) {
      await pause(betweenKills);
      const before = told.length;
      await server.kill();
      const begun = performance.now();
      server = await startServer(server);
      expect(performance.now() - begun).toBeLessThan(15_000);
      expect(await within(10_000, () => told.length > before + typists)).toBe(true);
    }
    over = true;
    await Promise.all(typing);
    expect(await within(10_000, () => new Set(writers.map(textOf)).size === 1)).toBe(true);
    const late = await openStatement(server.url, token, statement);
    writers.push(late);
    await late.provider.synced();
    const text = textOf(late);
    expect(text).toBe(textOf(writers[0]!));
    expect(told.filter((word) => countOf(text, word) !== 1)).toEqual([]);
    expect(told.length).toBeGreaterThan(typists * kills);
  }, 90_000);
});
