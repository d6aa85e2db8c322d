import { nothingAmiss, startServer, type BuiltServer } from '@plenary/ground/testing';
import { readParagraphs, wordCountOf } from '@plenary/statements/domain';
import { tokenAt, TypingPeople, within } from '@plenary/statements/testing';

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
});
