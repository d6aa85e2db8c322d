import { request as httpRequest } from 'node:http';
import { Secret, TOTP } from 'otpauth';
import { newId } from '@plenary/ground/kernel';
import { Jobs } from '@plenary/ground/server';
import { Hold, emailsTo, linkIn, until, type HttpClient } from '@plenary/ground/testing';
import { password, startAccounts, type AccountsUnderTest } from '@plenary/identity/testing';

describe('an account that somebody else is after', () => {
  let accounts: AccountsUnderTest;
  beforeAll(async () => void (accounts = await startAccounts({ TRUSTED_PROXIES: 'loopback' })));
  afterAll(() => accounts.close());

  const subjects = async (email: string, least = 0) =>
    (await emailsTo(accounts.database, email, least)).map(({ subject }) => subject);
  const from = (address: string) => ({ 'x-forwarded-for': address });

  async function guarded() {
    const person = await accounts.person();
    const browser = await accounts.browser(person.email);
    const { secret } = (await browser.post('/api/me/authenticator', { password })).body;
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() - 30_000 });
    expect((await browser.put('/api/me/authenticator', { code })).status).toBe(200);
    return { ...person, browser };
  }

  describe('IDN-9 another address', () => {
    const wish = async (browser: HttpClient, email: string) =>
      (await browser.put('/api/me/email', { email, password })).status;

    it('looks alike to the asker, in the own mailbox too, whether it belongs to somebody', async () => {
      const [me, other] = [await accounts.person(), await accounts.person()];
      const browser = await accounts.browser(me.email);
      const told = async (email: string) => {
        const before = (await subjects(me.email)).length;
        expect(await wish(browser, email)).toBe(204);
        return (await subjects(me.email)).slice(before);
      };
      const [taken, free] = [await told(other.email), await told(`${newId()}@nobody.example`)];
      expect(taken).toEqual(free);
      await wish(browser, other.email);
      const { secret } = linkIn((await emailsTo(accounts.database, me.email)).at(-1)!);
      const answer = await accounts.client().post('/api/email-changes/confirm', { secret });
      expect([answer.status, answer.body]).toEqual([200, { done: false }]);
      expect(await subjects(other.email)).toContain('This address has an account already');
      expect((await browser.get('/api/me')).body.person.email).toBe(me.email);
    });

    it('that two take at once goes to one of them', async () => {
      const email = `${newId()}@new.example`;
      const [one, other] = [await accounts.person(), await accounts.person()];
      const secrets: string[] = [];
      for (const person of [one, other]) {
        await wish(await accounts.browser(person.email), email);
        const { secret } = linkIn((await emailsTo(accounts.database, person.email)).at(-1)!);
        await accounts.client().post('/api/email-changes/confirm', { secret });
        secrets.push(linkIn((await emailsTo(accounts.database, email)).at(-1)!).secret);
      }
      const lock = 'SELECT 1 FROM person WHERE id = ANY($1) FOR UPDATE';
      const hold = await Hold.of(accounts.database, lock, [[one.id, other.id]]);
      const both = secrets.map((secret) => accounts.client().post('/api/email-changes/confirm', { secret }));
      await hold.waiting(2);
      await hold.release();
      expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 410]);
    });
  });

  it('IDN-18 all other devices are all of them, and keys when they are meant, too', async () => {
    const { id, email } = await accounts.person();
    const thief = await accounts.browser(email);
    await accounts.database.query(
      `INSERT INTO session (id, person_id, kind, scope, secret_hash, created_at, expires_at, strong)
       SELECT gen_random_uuid(), $1::uuid, 'browser', 'write', md5(n::text || $1::text), now() - interval '1 minute',
              now() + interval '1 day', false FROM generate_series(1, 205) n`,
      [id],
    );
    await accounts.database.query(
      `UPDATE session SET created_at = now() WHERE person_id = $1 AND label IS NOT NULL`,
      [id],
    );
    const own = await accounts.browser(email);
    const wanted = { name: 'script', scope: 'read', expiresInDays: 1, password };
    const { token } = (await own.post('/api/me/tokens', wanted)).body;
    const key = async () =>
      (await accounts.client().get('/api/me', { authorization: `Bearer ${token}` })).status;
    const sessions = async () => (await own.get('/api/me/sessions')).body.items.length;
    expect(await sessions()).toBe(200);
    expect((await own.delete('/api/me/sessions')).status).toBe(204);
    expect([(await thief.get('/api/me')).status, await sessions(), await key()]).toEqual([401, 1, 200]);
    expect((await own.delete('/api/me/sessions?keys=true')).status).toBe(204);
    expect([await key(), await sessions()]).toEqual([401, 1]);
  });

  it('IDN-5 an open browser makes no key: it asks for the password, and an e-mail tells of it', async () => {
    const { email } = await accounts.person();
    const browser = await accounts.browser(email);
    const make = (said: string) =>
      browser.post('/api/me/tokens', { name: 'mine', scope: 'write', expiresInDays: 365, password: said });
    expect((await make('not the password')).body.error.code).toBe('password.wrong');
    expect((await make(password)).status).toBe(201);
    expect(await subjects(email, 2)).toContain('A key for scripts was made');
  });

  it('IDN-11 whoever has the password and guesses codes is told of, once', async () => {
    const { email } = await guarded();
    for (let n = 0; n < 8; n++) {
      const said = { email, password, code: '000000' };
      await accounts.client().post('/api/session', said, from(`198.51.100.${n}`));
    }
    const told = (await subjects(email, 2)).filter((each) => each === 'Somebody may have your password');
    expect(told).toHaveLength(1);
  });

  describe('IDN-13 a recovery', () => {
    const begun = (id: string, days: number, due: number | null) =>
      accounts.database.query(
        `INSERT INTO device_recovery (person_id, begun_by, begun_at, confirmed_by, due_at)
         VALUES ($1, gen_random_uuid(), now() - make_interval(days => $2),
                 CASE WHEN $3::int IS NULL THEN NULL ELSE gen_random_uuid() END, now() - make_interval(days => $3::int))`,
        [id, days, due],
      );
    /** As the job would that was added when it began. */
    const judge = (personId: string) =>
      accounts.app
        .get(Jobs)
        .add(
          accounts.database.manager,
          'device-recovery.lapse',
          { personId },
          { key: `device-recovery ${personId}` },
        );
    const kept = async (id: string): Promise<number> =>
      (await accounts.database.query('SELECT 1 FROM device_recovery WHERE person_id = $1', [id])).length;

    it.each([
      ['that was due long ago', 12, 8],
      ['for which no second one was found', 8, null],
    ])('%s is worth nothing, is forgotten, and the person is told', async (_, days, due) => {
      const { id, email, browser } = await guarded();
      await begun(id, days, due);
      const answer = await accounts.client().post('/api/session', { email, password });
      expect(answer.body.error.code).toBe('session.code-needed');
      expect((await browser.get('/api/me/sign-in-ways')).body.recovery).toBeNull();
      await judge(id);
      await until(async () => (await kept(id)) === 0, 'the end of it');
      expect(await subjects(email, 2)).toContain('The help with a lost device has ended');
    });

    it('that is due is still worth something, and is not forgotten', async () => {
      const { id, email } = await guarded();
      await begun(id, 8, 6);
      await judge(id);
      const nextLook = `SELECT 1 FROM jobs WHERE key = $1 AND run_at > $2 AND locked_at IS NULL`;
      const key = `device-recovery ${id}`;
      const inADay = new Date(accounts.clock.now() + 86_000_000);
      await until(async () => (await accounts.database.query(nextLook, [key, inADay])).length === 1);
      expect(await kept(id)).toBe(1);
      expect((await accounts.client().post('/api/session', { email, password })).status).toBe(201);
    });
  });

  it('IDN-8 strangers who ask for somebody’s e-mails do not keep them from asking', async () => {
    const { email } = await accounts.person();
    const ask = async (address: string) =>
      (await accounts.client().post('/api/password-resets', { email }, from(address))).status;
    for (let n = 0; n < 40; n++) expect(await ask(`198.51.100.${n}`)).toBe(204);
    expect(await ask('203.0.113.99')).toBe(204);
    const answers: number[] = [];
    for (let n = 0; n < 6; n++) answers.push(await ask('203.0.113.50'));
    expect(answers).toEqual([204, 204, 204, 204, 204, 429]);
    expect((await subjects(email, 30)).length).toBe(30);
  });

  it('IDN-2 a network of IPv6 is one place, not as many as it has addresses', async () => {
    const { email } = await accounts.person();
    const answers: number[] = [];
    for (let n = 1; n <= 12; n++) {
      const said = { email, password: 'a wrong password' };
      answers.push((await accounts.client().post('/api/session', said, from(`2001:db8:7:7::${n}`))).status);
    }
    expect(answers.filter((status) => status === 429).length).toBe(2);
  });

  it.each([
    'victim(1)@x.example',
    'vic(x)tim@x.example',
    '"a b"@x.example',
    'a\\b@x.example',
    'a@[127.0.0.1].ex',
  ])('IDN-1 an address like %s, which is another one’s mailbox, is none', async (email) => {
    const browser = await accounts.browser((await accounts.person()).email);
    const answer = await browser.put('/api/me/email', { email, password });
    expect(answer.body.error.code).toBe('email.invalid');
  });

  it('IDN-15 what was written to somebody before they left is not sent any more, but for the farewell', async () => {
    const { email } = await accounts.person();
    const browser = await accounts.browser(email);
    await accounts.client().post('/api/password-resets', { email });
    expect(await subjects(email, 1)).toEqual(['Choose a new password']);
    expect((await browser.post('/api/me/leaving', { password })).status).toBe(204);
    expect(await subjects(email)).toEqual(['You have left Plenary']);
  });

  it.each(['[', 'a b', 'x:99999'])('a request for %j is refused, not failed at', async (host) => {
    const answer = await new Promise<number>((resolve, reject) => {
      const { hostname, port } = new URL(accounts.url);
      const asked = httpRequest(
        {
          hostname,
          port,
          path: '/api/session/passkey/options',
          method: 'POST',
          headers: { host, origin: `http://${host}` },
        },
        (response) => resolve(response.statusCode!),
      );
      asked.once('error', reject);
      asked.end();
    });
    expect(answer).toBe(400);
  });
});
