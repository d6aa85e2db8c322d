import { newId, type Actor } from '@plenary/ground/kernel';
import type { HttpClient } from '@plenary/ground/testing';
import { identityLimits } from '@plenary/identity/domain';
import { password, startAccounts, type AccountsUnderTest } from '@plenary/identity/testing';
import { TokensService } from '../tokens.service.js';

describe('API tokens', () => {
  let test: AccountsUnderTest;
  let browser: HttpClient;
  let personId: string;
  beforeAll(async () => {
    test = await startAccounts();
  });
  beforeEach(async () => {
    const person = await test.person();
    personId = person.id;
    browser = await test.browser(person.email);
  });
  afterAll(() => test.close());

  const create = (wish: object = {}) =>
    browser.post('/api/me/tokens', { name: 'minutes', scope: 'write', expiresInDays: 30, password, ...wish });
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  it('IDN-4 shows the secret once, and keeps its hash', async () => {
    const { status, body } = await create();
    expect(status).toBe(201);
    expect(body.token).toMatch(/^plenary_pat_[\w-]{43}$/);
    expect(body.view).toMatchObject({ name: 'minutes', scope: 'write', lastUsedAt: null });
    const list = await browser.get('/api/me/tokens');
    expect(list.body.items).toEqual([body.view]);
    for (const table of ['session', 'event_log', 'command_receipt', 'outbox']) {
      const rows = await test.database.query(`SELECT * FROM ${table}`);
      expect(JSON.stringify(rows)).not.toContain(body.token);
    }
  });

  it('keeps the secret out of receipts, also where the command came with an id', async () => {
    const wish = { name: 'minutes', scope: 'read', expiresInDays: 1 };
    await browser.post('/api/me/tokens', wish, { 'idempotency-key': newId() });
    const rows = await test.database.query('SELECT * FROM command_receipt WHERE person_id = $1', [personId]);
    expect(rows).toEqual([]);
  });

  it('IDN-5 a token that may read reads, and changes nothing', async () => {
    const { body } = await create({ scope: 'read' });
    const script = test.client();
    expect((await script.get('/api/me', bearer(body.token))).body.person.id).toBe(personId);
    const answer = await script.patch('/api/me', { displayName: 'Other' }, bearer(body.token));
    expect([answer.status, answer.body.error.code]).toEqual([403, 'token.read-only']);
  });

  it('IDN-5 a token that may write makes no tokens, changes no password and ends no session', async () => {
    const { body } = await create();
    const script = test.client();
    const headers = bearer(body.token);
    expect((await script.patch('/api/me', { displayName: 'Amara D.' }, headers)).status).toBe(200);
    const session = (await browser.get('/api/me')).body.session.id;
    const attempts = [
      script.post('/api/me/tokens', { name: 'more', scope: 'write', expiresInDays: 1, password }, headers),
      script.put('/api/me/password', { current: password, next: 'nothing about us' }, headers),
      script.delete(`/api/me/sessions/${session}`, headers),
      script.delete(`/api/me/tokens/${body.view.id}`, headers),
    ];
    for (const answer of await Promise.all(attempts)) {
      expect([answer.status, answer.body.error.code]).toEqual([403, 'account.browser-only']);
    }
  });

  it('IDN-5 expires, after a year at most', async () => {
    for (const expiresInDays of [0, 366, 1.5, '30'])
      expect((await create({ expiresInDays })).status).toBe(400);
    for (const scope of ['admin', '', null]) expect((await create({ scope })).status).toBe(400);
    const { body } = await create({ expiresInDays: 365 });
    const days = (Date.parse(body.view.expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(364);
    await test.database.query('UPDATE session SET expires_at = now() WHERE id = $1', [body.view.id]);
    expect((await test.client().get('/api/me', bearer(body.token))).status).toBe(401);
  });

  it('IDN-6 is of no use once it was ended', async () => {
    const { body } = await create();
    expect((await test.client().get('/api/me', bearer(body.token))).status).toBe(200);
    expect((await browser.delete(`/api/me/tokens/${body.view.id}`)).status).toBe(204);
    for (let i = 0; i < 20; i++)
      expect((await test.client().get('/api/me', bearer(body.token))).status).toBe(401);
    expect((await browser.delete(`/api/me/tokens/${body.view.id}`)).status).toBe(404);
  });

  it("is nobody else's to see or to end", async () => {
    const { body } = await create();
    const stranger = await test.browser((await test.person()).email);
    expect((await stranger.get('/api/me/tokens')).body.items).toEqual([]);
    expect((await stranger.delete(`/api/me/tokens/${body.view.id}`)).status).toBe(404);
    expect((await test.client().get('/api/me', bearer(body.token))).status).toBe(200);
  });

  it('is no cookie, and a cookie is no token', async () => {
    const { body } = await create();
    const dressed = test.client();
    dressed.cookie = `plenary_session=${body.token}`;
    expect((await dressed.get('/api/me')).status).toBe(401);
    const secret = browser.cookie!.split('=')[1]!;
    expect((await test.client().get('/api/me', bearer(secret))).status).toBe(401);
  });

  it('a person keeps a bounded number of them, also when they are asked for at once', async () => {
    const room = 3;
    const kept = async (): Promise<number> => (await browser.get('/api/me/tokens')).body.items.length;
    while ((await kept()) < identityLimits.tokensPerPerson - room) expect((await create()).status).toBe(201);
    // Fewer than the tries at the password that one has.
    const attempts = await Promise.all(Array.from({ length: room + 5 }, () => create()));
    expect(attempts.map(({ status }) => status).sort()).toEqual([
      ...Array<number>(room).fill(201),
      ...Array<number>(5).fill(422),
    ]);
    expect(await kept()).toBe(identityLimits.tokensPerPerson);
    const answer = await create();
    expect([answer.status, answer.body.error.code]).toEqual([422, 'token.too-many']);
  });

  it('IDN-3 none comes out of a session that ended while it was being made', async () => {
    const [session] = await test.database.query('SELECT id FROM session WHERE person_id = $1', [personId]);
    const actor = { personId, sessionId: session.id, commandId: null } as unknown as Actor;
    await browser.delete('/api/session');
    const wish = { name: 'late', scope: 'write', expiresInDays: 1, password } as const;
    await expect(test.app.get(TokensService).create(actor, wish)).rejects.toMatchObject({
      code: 'session.ended',
    });
  });
});
