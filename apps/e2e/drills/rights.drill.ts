import { HttpClient, startServer, type BuiltServer } from '@plenary/ground/testing';
import { openStatement, tokenAt, within } from '@plenary/statements/testing';
import { say } from './say.js';

const people = 20;

describe('rights', () => {
  let server: BuiltServer;
  beforeAll(async () => void (server = await startServer()));
  afterAll(async () => {
    await server.stop();
    server.forget();
  });

  async function coordinator(): Promise<HttpClient> {
    const client = new HttpClient(server.url);
    const { items } = (await client.get('/api/demo')).body;
    const { email, password } = items.find((each: { roleKey: string }) => each.roleKey === 'coordinator');
    await client.post('/api/session', { email, password });
    return client;
  }

  it(`SYNC-20 a right that is withdrawn closes the text of ${people} who have it open within 2 s`, async () => {
    const amara = await coordinator();
    const wanted = { title: 'Not for long', ownerKind: 'coalition', language: 'en' };
    const { id } = (await amara.post('/api/statements', wanted)).body;
    await amara.put(`/api/statements/${id}/grants`, { subjectKind: 'everyone', right: 'edit' });
    const { token } = await tokenAt(server.url, 'representative');
    const writers = await Promise.all(
      Array.from({ length: people }, () => openStatement(server.url, token, id)),
    );
    await Promise.all(writers.map(({ provider }) => provider.synced()));
    expect(writers.every(({ provider }) => provider.status.right === 'edit')).toBe(true);
    const { items } = (await amara.get(`/api/statements/${id}/rights`)).body;
    const grant = items
      .filter((row: { subject: { kind: string } }) => row.subject.kind === 'everyone')
      .flatMap((row: { reasons: { grant: { id: string } | null }[] }) => row.reasons)
      .find((reason: { grant: object | null }) => reason.grant !== null).grant;
    const begun = performance.now();
    await amara.delete(`/api/statements/${id}/grants/${grant.id}`);
    expect(await within(2_000, () => writers.every(({ provider }) => provider.status.right !== 'edit'))).toBe(
      true,
    );
    say(`closed after ${(performance.now() - begun).toFixed(0)} ms`);
    writers.forEach(({ connection }) => connection.close());
  });
});
