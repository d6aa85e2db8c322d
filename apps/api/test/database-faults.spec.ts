import { DatabaseFaults, nothingAmiss, startServer, type BuiltServer } from '@plenary/ground/testing';
import { TypingPeople, within } from '@plenary/statements/testing';

/** SYNC-3: the database misbehaves while people type. `npm run drill database` does the same for a minute each. */
describe('a database that misbehaves', () => {
  let server: BuiltServer;
  let database: DatabaseFaults;
  let people: TypingPeople;

  beforeAll(async () => {
    server = await startServer();
    database = new DatabaseFaults(server.dataDir);
  }, 300_000);
  afterAll(async () => {
    await server?.stop();
    server?.forget();
  }, 180_000);
  beforeEach(async () => {
    people = await TypingPeople.at(server, 5);
    people.begin();
    expect(await people.grown(20)).toBe(true);
  }, 300_000);
  afterEach(() => people.close());

  const someoneIsTold = () => people.writers.some(({ provider }) => provider.status.late);

  async function endsWell(): Promise<void> {
    expect(await people.grown(10, 30_000)).toBe(true);
    await people.end();
    expect(await people.check()).toEqual(nothingAmiss);
  }

  it('answers nothing: people are told within three seconds, and nothing is lost', async () => {
    const before = people.ledger.size;
    database.freeze();
    expect(await within(3_300, someoneIsTold)).toBe(true);
    expect(people.ledger.size - before).toBeLessThanOrEqual(people.writers.length);
    database.thaw();
    await endsWell();
  }, 180_000);

  it('is killed: it is started again, and nothing is lost', async () => {
    database.kill();
    await endsWell();
    expect(server.log()).toContain('The database is back');
  }, 180_000);

  it('takes two seconds for a commit: everything is saved, slowly', async () => {
    await database.slowDown(2);
    expect(await people.grown(5, 30_000)).toBe(true);
    await database.slowDown(0);
    await endsWell();
  }, 180_000);

  it('refuses to write: people are told, and nothing is lost', async () => {
    await database.readOnly(true);
    expect(await within(4_000, someoneIsTold)).toBe(true);
    await database.readOnly(false);
    await endsWell();
  }, 180_000);
});
