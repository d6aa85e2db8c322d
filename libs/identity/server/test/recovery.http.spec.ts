import { emailsTo, linkIn, type HttpClient } from '@plenary/ground/testing';
import { password, startAccounts, type AccountsUnderTest } from '@plenary/identity/testing';
import { SecretLinks } from '../secret-links.js';

const next = 'a new and long sentence';

describe('a forgotten password and another address', () => {
  let accounts: AccountsUnderTest;
  beforeAll(async () => void (accounts = await startAccounts()));
  afterAll(() => accounts.close());

  const ask = (email: string, client: HttpClient = accounts.client()) =>
    client.post('/api/password-resets', { email });
  const emails = (email: string, least = 1, within?: number) =>
    emailsTo(accounts.database, email, least, within);
  const secretFor = async (email: string, least = 1) => linkIn((await emails(email, least)).at(-1)!).secret;

  it('IDN-8 a known and an unknown address get the same answer; only one gets an e-mail', async () => {
    const { email } = await accounts.person();
    const [known, unknown] = [await ask(email), await ask('nobody@example.org')];
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    expect(known.status).toBe(204);
    const [message] = await emails(email);
    expect(linkIn(message!).page).toBe('/reset');
    expect(message!.text).not.toContain(email);
    expect(await emails('nobody@example.org', 1, 200)).toEqual([]);
  });

  it('IDN-8 the link is worth one new password, which ends every session; then it is worth nothing', async () => {
    const { email, id } = await accounts.person();
    const inside = await accounts.signIn(email, password);
    await ask(email);
    const secret = await secretFor(email);
    const stranger = accounts.client();
    const weak = await stranger.post('/api/password-resets/complete', { secret, password: 'short' });
    expect(weak.body.error.code).toBe('password.too-weak');
    expect((await stranger.post('/api/password-resets/complete', { secret, password: next })).status).toBe(
      204,
    );
    expect((await inside.get('/api/me')).status).toBe(401);
    const again = await stranger.post('/api/password-resets/complete', { secret, password: next });
    expect([again.status, again.body.error.code]).toEqual([410, 'link.unusable']);
    expect((await stranger.post('/api/session', { email, password })).status).toBe(401);
    expect((await stranger.post('/api/session', { email, password: next })).status).toBe(201);
    expect((await emails(email, 2)).at(-1)!.text).not.toContain('#');
    const kept = await accounts.database.query('SELECT secret_hash FROM secret_link WHERE person_id = $1', [
      id,
    ]);
    expect(JSON.stringify(kept)).not.toContain(secret);
  });

  it('IDN-8 an older link, one for something else, a forged one and one that is too old are refused alike', async () => {
    const { email, id } = await accounts.person();
    await ask(email);
    const secret = await secretFor(email);
    await accounts.database.query(
      `UPDATE secret_link SET expires_at = now() - interval '1 second' WHERE person_id = $1`,
      [id],
    );
    const client = accounts.client();
    for (const each of [secret, 'x'.repeat(43)]) {
      const { status, body } = await client.post('/api/password-resets/complete', {
        secret: each,
        password: next,
      });
      expect([status, body.error.code]).toEqual([410, 'link.unusable']);
    }
    await accounts.database.query(
      `UPDATE secret_link SET expires_at = now() + interval '1 hour', purpose = 'other' WHERE person_id = $1`,
      [id],
    );
    expect((await client.post('/api/password-resets/complete', { secret, password: next })).status).toBe(410);
  });

  it('IDN-8 a link in the old mailbox is worth nothing once the address changed', async () => {
    const { email, id } = await accounts.person();
    await ask(email);
    const secret = await secretFor(email);
    const welcome = await accounts.app
      .get(SecretLinks)
      .make(accounts.database.manager, { purpose: 'password-reset', personId: id, hours: 336 });
    const browser = await accounts.browser(email);
    const wanted = `other-${email}`;
    await browser.put('/api/me/email', { email: wanted, password });
    for (const at of [await secretFor(email, 2), await secretFor(wanted)]) {
      await accounts.client().post('/api/email-changes/confirm', { secret: at });
    }
    expect((await browser.get('/api/me')).body.person.email).toBe(wanted);
    for (const each of [secret, welcome]) {
      const taken = await accounts
        .client()
        .post('/api/password-resets/complete', { secret: each, password: next });
      expect([taken.status, taken.body.error.code]).toEqual([410, 'link.unusable']);
    }
  });

  it('IDN-8 nor once its owner has chosen another password', async () => {
    const { email } = await accounts.person();
    await ask(email);
    const secret = await secretFor(email);
    const browser = await accounts.browser(email);
    expect((await browser.put('/api/me/password', { current: password, next })).status).toBe(204);
    const taken = await accounts
      .client()
      .post('/api/password-resets/complete', { secret, password: 'what the thief chose' });
    expect(taken.status).toBe(410);
  });

  it('IDN-8 opening the page of an e-mail, as a mail scanner does, uses nothing up', async () => {
    const { email } = await accounts.person();
    await ask(email);
    const secret = await secretFor(email);
    for (let i = 0; i < 3; i++) await accounts.client().get(`/reset`);
    const done = await accounts.client().post('/api/password-resets/complete', { secret, password: next });
    expect(done.status).toBe(204);
  });

  it('one address is not written to more than five times an hour', async () => {
    const { email } = await accounts.person();
    for (let i = 0; i < 5; i++) expect((await ask(email)).status).toBe(204);
    expect((await ask(email)).status).toBe(429);
  });

  it('IDN-9 an address changes once both ends have confirmed', async () => {
    const { email } = await accounts.person();
    const client = await accounts.signIn(email, password);
    const wanted = `new-${email}`;
    const wrong = await client.put('/api/me/email', { email: wanted, password: 'not the password' });
    expect(wrong.body.error.code).toBe('password.wrong');
    expect((await client.put('/api/me/email', { email: wanted, password })).status).toBe(204);
    const confirm = (secret: string) => accounts.client().post('/api/email-changes/confirm', { secret });
    const atNew = await secretFor(wanted);
    expect((await confirm(atNew)).body).toEqual({ done: false });
    expect((await confirm(atNew)).status).toBe(410);
    expect((await client.get('/api/me')).body.person.email).toBe(email);
    expect((await confirm(await secretFor(email))).body).toEqual({ done: true });
    expect((await client.get('/api/me')).body.person.email).toBe(wanted);
  });

  it('IDN-9 an address that belongs to somebody is not told to the one who wants it', async () => {
    const [one, other] = [await accounts.person(), await accounts.person()];
    const client = await accounts.signIn(one.email, password);
    expect((await client.put('/api/me/email', { email: other.email, password })).status).toBe(204);
    // As for an address that belongs to nobody.
    expect((await emails(one.email))[0]!.subject).toBe('Your address is to change');
    expect((await emails(other.email))[0]!.text).toContain('belongs to yours already');
    expect((await client.put('/api/me/email', { email: 'no address', password })).status).toBe(422);
  });

  it('a key for scripts can ask for neither', async () => {
    const { email } = await accounts.person();
    const client = await accounts.signIn(email, password);
    const { body } = await client.post('/api/me/tokens', {
      name: 'x',
      scope: 'write',
      expiresInDays: 1,
      password,
    });
    const answer = await accounts
      .client()
      .send(
        'PUT',
        '/api/me/email',
        { email: 'x@example.org', password },
        { authorization: `Bearer ${body.token}` },
      );
    expect(answer.body.error.code).toBe('account.browser-only');
  });
});
