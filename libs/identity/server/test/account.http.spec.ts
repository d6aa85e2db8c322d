import { newId } from '@plenary/ground/kernel';
import { within, type HttpClient } from '@plenary/ground/testing';
import { password, startAccounts, type AccountsUnderTest } from '@plenary/identity/testing';

const android = 'Mozilla/5.0 (Linux; Android 14; Pixel 8) Gecko/20100101 Firefox/131.0';
const isIn = async (client: HttpClient) => (await client.get('/api/me')).status === 200;

describe("one's own account", () => {
  let test: AccountsUnderTest;
  beforeAll(async () => {
    test = await startAccounts();
  });
  afterAll(() => test.close());

  const twoBrowsers = async () => {
    const { id, email } = await test.person();
    return { id, email, one: await test.browser(email), other: await test.browser(email) };
  };

  it('changes name and language, and nothing else', async () => {
    const { one } = await twoBrowsers();
    const answer = await one.patch('/api/me', { displayName: '  Amara D. ', language: 'ar' });
    expect(answer.body.person).toMatchObject({ displayName: 'Amara D.', language: 'ar' });
    for (const body of [{ email: 'other@people.example' }, { language: 'xx' }, { id: newId() }]) {
      expect((await one.patch('/api/me', body)).status).toBe(400);
    }
    expect((await one.patch('/api/me', { displayName: '   ' })).body.error.code).toBe('person.name-empty');
  });

  it('signing out ends this session alone, at once', async () => {
    const { one, other } = await twoBrowsers();
    const kept = one.cookie;
    expect((await one.delete('/api/session')).status).toBe(204);
    expect(await isIn(other)).toBe(true);
    one.cookie = kept;
    expect(await isIn(one)).toBe(false);
  });

  it('lists where one is signed in by family of browser, and ends another session', async () => {
    const { email, one, other } = await twoBrowsers();
    await test.client().post('/api/session', { email, password }, { 'user-agent': android });
    const { items } = (await one.get('/api/me/sessions')).body;
    expect(items).toHaveLength(3);
    expect(items.filter((each: { isCurrent: boolean }) => each.isCurrent)).toHaveLength(1);
    expect(items.map((each: { device: string }) => each.device)).toContain('Firefox, Android');
    expect(JSON.stringify(items)).not.toMatch(/Pixel|131|127\.0\.0\.1|secret/);
    const otherId = (await other.get('/api/me')).body.session.id;
    expect((await one.delete(`/api/me/sessions/${otherId}`)).status).toBe(204);
    expect(await isIn(other)).toBe(false);
  });

  it('IDN-18 ends the sessions of all devices but this one', async () => {
    const { email, one, other } = await twoBrowsers();
    const third = await test.browser(email);
    const stranger = await test.browser((await test.person()).email);
    expect((await one.delete('/api/me/sessions')).status).toBe(204);
    expect(await Promise.all([one, other, third, stranger].map(isIn))).toEqual([true, false, false, true]);
    expect((await one.delete('/api/me/sessions')).status).toBe(204);
  });

  it("does not end another person's session, and does not say that there is one", async () => {
    const { one } = await twoBrowsers();
    const stranger = await test.browser((await test.person()).email);
    const id = (await stranger.get('/api/me')).body.session.id;
    for (const each of [id, newId()]) {
      const answer = await one.delete(`/api/me/sessions/${each}`);
      expect([answer.status, answer.body.error.code]).toEqual([404, 'session.not-found']);
    }
    expect(await isIn(stranger)).toBe(true);
  });

  it('IDN-3 a new password ends all other sessions and all tokens', async () => {
    const { email, one, other } = await twoBrowsers();
    const made = await one.post('/api/me/tokens', {
      name: 'script',
      scope: 'write',
      expiresInDays: 1,
      password,
    });
    const script = { authorization: `Bearer ${made.body.token}` };
    expect((await test.client().get('/api/me', script)).status).toBe(200);
    const next = 'nothing about us without us';
    expect((await one.put('/api/me/password', { current: password, next })).status).toBe(204);
    expect([await isIn(one), await isIn(other)]).toEqual([true, false]);
    expect((await test.client().get('/api/me', script)).status).toBe(401);
    expect((await test.client().post('/api/session', { email, password })).status).toBe(401);
    expect((await test.client().post('/api/session', { email, password: next })).status).toBe(201);
  });

  it('IDN-3 asks for the current password and refuses a weak one, and ends nothing then', async () => {
    const { one, other } = await twoBrowsers();
    const change = async (current: string, next: string) =>
      (await one.put('/api/me/password', { current, next })).body.error.code;
    expect(await change('not the password', 'nothing about us without us')).toBe('password.wrong');
    expect(await change(password, 'short')).toBe('password.too-weak');
    expect(await isIn(other)).toBe(true);
  });

  it('IDN-3 keeps no fast hash of a password, also where the command came with an id', async () => {
    const { id, one } = await twoBrowsers();
    const key = { 'idempotency-key': newId() };
    const next = 'nothing about us without us';
    expect((await one.put('/api/me/password', { current: password, next }, key)).status).toBe(204);
    expect(await test.database.query('SELECT * FROM command_receipt WHERE person_id = $1', [id])).toEqual([]);
    const [person] = await test.database.query('SELECT * FROM person WHERE id = $1', [id]);
    expect(person.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('a session that has run out lets nobody in', async () => {
    const { one } = await twoBrowsers();
    const { id } = (await one.get('/api/me')).body.session;
    await test.database.query("UPDATE session SET expires_at = now() - interval '1 second' WHERE id = $1", [
      id,
    ]);
    expect(await within(5_000, async () => !(await isIn(one)))).toBe(true);
  });

  it('shows no demo sign-ins where nothing was seeded', async () => {
    expect((await test.client().get('/api/demo')).body).toEqual({ items: [] });
  });
});
