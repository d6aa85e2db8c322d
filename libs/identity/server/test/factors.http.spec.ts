import { Secret, TOTP } from 'otpauth';
import { emailsTo, linkIn, type HttpClient } from '@plenary/ground/testing';
import { UnitOfWork } from '@plenary/ground/server';
import { DeviceRecoveryService } from '../factors/device-recovery.service.js';
import { password, startAccounts, type AccountsUnderTest } from '@plenary/identity/testing';

describe('a second factor', () => {
  let accounts: AccountsUnderTest;
  beforeAll(async () => void (accounts = await startAccounts()));
  afterAll(() => accounts.close());

  const codeOf = (secret: string, halfMinutes = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: Date.now() + halfMinutes * 30_000,
    });
  const signIn = (email: string, code?: string, client = accounts.client()) =>
    client.post('/api/session', { email, password, ...(code ? { code } : {}) });

  /** Somebody who has set an app up; `next` gives codes that were not used yet. */
  async function guarded() {
    const person = await accounts.person();
    const browser = await accounts.browser(person.email);
    const begun = await browser.post('/api/me/authenticator', { password });
    expect(begun.status).toBe(201);
    const { secret } = begun.body as { secret: string };
    const confirmed = await browser.put('/api/me/authenticator', { code: codeOf(secret, -1) });
    expect(confirmed.status).toBe(200);
    return { ...person, browser, secret, recoveryCodes: confirmed.body.recoveryCodes as string[] };
  }
  const ways = async (browser: HttpClient) => (await browser.get('/api/me/sign-in-ways')).body;

  it('IDN-11 is asked for once the password was right, and says nothing before', async () => {
    const { email, secret } = await guarded();
    const wrong = await accounts.client().post('/api/session', { email, password: 'not the password' });
    expect([wrong.status, wrong.body.error.code]).toEqual([401, 'session.refused']);
    const without = await signIn(email);
    expect([without.status, without.body.error.code]).toEqual([401, 'session.code-needed']);
    expect(without.headers.getSetCookie()).toEqual([]);
    const bad = await signIn(email, '000000');
    expect([bad.status, bad.body.error.code]).toEqual([401, 'session.code-wrong']);
    expect((await signIn(email, codeOf(secret))).status).toBe(201);
  });

  it('IDN-11 takes no code twice, one of the next half minute for clocks that differ, and no later one', async () => {
    const { email, secret } = await guarded();
    const code = codeOf(secret);
    expect((await signIn(email, code)).status).toBe(201);
    expect((await signIn(email, code)).body.error.code).toBe('session.code-wrong');
    expect((await signIn(email, codeOf(secret, 4))).body.error.code).toBe('session.code-wrong');
    expect((await signIn(email, codeOf(secret, 1))).status).toBe(201);
  });

  it('IDN-11 two at once with one code: one comes in', async () => {
    const { email, secret } = await guarded();
    const code = codeOf(secret);
    const answers = await Promise.all([1, 2, 3, 4].map(() => signIn(email, code)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('IDN-11 codes on paper are ten, are worth one sign-in each, and are stored as hashes', async () => {
    const { email, id, browser, recoveryCodes } = await guarded();
    expect(recoveryCodes).toHaveLength(10);
    expect(new Set(recoveryCodes).size).toBe(10);
    const typed = recoveryCodes[0]!.toUpperCase().replaceAll('-', ' ');
    expect((await signIn(email, typed)).status).toBe(201);
    expect((await signIn(email, recoveryCodes[0])).body.error.code).toBe('session.code-wrong');
    expect((await ways(browser)).recoveryCodes).toBe(9);
    const kept = await accounts.database.query('SELECT * FROM recovery_code WHERE person_id = $1', [id]);
    for (const code of recoveryCodes) expect(JSON.stringify(kept)).not.toContain(code.replaceAll('-', ''));
    const renewed = await browser.post('/api/me/recovery-codes', { password });
    expect(renewed.body.recoveryCodes).toHaveLength(10);
    expect((await signIn(email, recoveryCodes[1])).body.error.code).toBe('session.code-wrong');
  });

  it('IDN-11 setting the first one up ends all other sessions, and an e-mail tells of it', async () => {
    const person = await accounts.person();
    const other = await accounts.browser(person.email);
    const here = await accounts.browser(person.email);
    const { body } = await here.post('/api/me/authenticator', { password });
    expect((await other.get('/api/me')).status).toBe(200);
    const wrong = await here.put('/api/me/authenticator', { code: '000000' });
    expect([wrong.status, wrong.body.error.code]).toEqual([422, 'factor.code-wrong']);
    await here.put('/api/me/authenticator', { code: codeOf(body.secret) });
    expect((await other.get('/api/me')).status).toBe(401);
    expect((await here.get('/api/me')).status).toBe(200);
    const emails = await emailsTo(accounts.database, person.email);
    expect(emails.map(({ subject }) => subject)).toContain('A second factor was added');
    expect(JSON.stringify(emails)).not.toContain(body.secret);
    const log = await accounts.database.query('SELECT payload FROM event_log WHERE subject_id = $1', [
      person.id,
    ]);
    expect(JSON.stringify(log)).not.toContain(body.secret);
  });

  it('every change asks for the password once more, and for a person at a browser', async () => {
    const { browser } = await guarded();
    const token = (
      await browser.post('/api/me/tokens', { name: 'script', scope: 'write', expiresInDays: 1, password })
    ).body.token as string;
    const script = { authorization: `Bearer ${token}` };
    for (const [path, by] of [
      ['/api/me/authenticator', {}],
      ['/api/me/authenticator/removal', {}],
      ['/api/me/recovery-codes', {}],
      ['/api/me/passkeys/options', {}],
      [`/api/me/passkeys/${crypto.randomUUID()}/removal`, {}],
    ] as const) {
      const wrong = await browser.post(path, { password: 'not the password', ...by });
      expect([path, wrong.body.error.code]).toEqual([path, 'password.wrong']);
      const scripted = await accounts.client().post(path, { password, ...by }, script);
      expect([path, scripted.body.error.code]).toEqual([path, 'account.browser-only']);
    }
  });

  it('is removed with the password; its codes are worth nothing then, and the password is enough', async () => {
    const { email, browser, recoveryCodes } = await guarded();
    expect((await browser.post('/api/me/authenticator/removal', { password })).status).toBe(204);
    expect(await ways(browser)).toMatchObject({ authenticator: false, recoveryCodes: 0, passkeys: [] });
    expect((await signIn(email)).status).toBe(201);
    expect((await signIn(email, recoveryCodes[0])).status).toBe(201);
    const again = await browser.post('/api/me/authenticator', { password });
    expect(again.status).toBe(201);
  });

  it('a forged or replayed passkey is refused like an unknown one', async () => {
    const options = await accounts.client().post('/api/session/passkey/options');
    expect(options.status).toBe(201);
    expect(options.body.options.challenge).toMatch(/^[\w-]{43}$/);
    for (const response of [{}, { id: 'x' }, { id: 'x', rawId: 'x', type: 'public-key', response: {} }]) {
      const answer = await accounts.client().post('/api/session/passkey', { response });
      expect([answer.status, answer.body.error.code]).toEqual([401, 'passkey.refused']);
    }
    const { browser } = await guarded();
    const forged = await browser.post('/api/me/passkeys', { name: 'stick', response: { id: 'x' } });
    expect(forged.body.error.code).toBe('passkey.refused');
  });

  it('IDN-12 a sign-in from a new browser is told by e-mail, one from a known browser is not', async () => {
    const { email } = await accounts.person();
    const home = accounts.client();
    const cookies = async (client: HttpClient, kept: string | null) => {
      const headers: Record<string, string> = kept ? { cookie: kept } : {};
      const answer = await client.post('/api/session', { email, password }, headers);
      expect(answer.status).toBe(201);
      return answer.headers
        .getSetCookie()
        .find((each) => each.startsWith('plenary_device='))!
        .split(';')[0]!;
    };
    const device = await cookies(home, null);
    expect(await cookies(accounts.client(), device)).toBe(device);
    expect(await emailsTo(accounts.database, email, 1, 200)).toEqual([]);
    await cookies(accounts.client(), null);
    const [message] = await emailsTo(accounts.database, email);
    expect(message!.subject).toBe('A new sign-in to your account');
    const rows = await accounts.database.query('SELECT device_hash FROM known_device');
    expect(JSON.stringify(rows)).not.toContain(device.split('=')[1]);
  });

  describe('IDN-13 that was lost', () => {
    const run = (work: (service: DeviceRecoveryService, tx: never) => Promise<void>) =>
      accounts.app
        .get(UnitOfWork)
        .run(null, (tx) => work(accounts.app.get(DeviceRecoveryService), tx as never));
    const due = (id: string) =>
      accounts.database.query(
        `UPDATE device_recovery SET due_at = now() - interval '1 second' WHERE person_id = $1`,
        [id],
      );

    it('is removed when two others said so and two days have passed, with an e-mail at each step', async () => {
      const { id, email } = await guarded();
      const [one, two] = [await accounts.person(), await accounts.person()];
      await run((recovery, tx) => recovery.begin(tx, id, one.id));
      await expect(run((recovery, tx) => recovery.confirm(tx, id, one.id))).rejects.toMatchObject({
        code: 'recovery.same-person',
      });
      await expect(run((recovery, tx) => recovery.confirm(tx, id, id))).rejects.toMatchObject({
        code: 'recovery.same-person',
      });
      await run((recovery, tx) => recovery.confirm(tx, id, two.id));
      expect((await signIn(email)).body.error.code).toBe('session.code-needed');
      await due(id);
      expect((await signIn(email)).status).toBe(201);
      const subjects = (await emailsTo(accounts.database, email, 3)).map(({ subject }) => subject);
      expect(subjects).toContain('Somebody says that you lost your device');
      expect(subjects).toContain('In two days your second factor is removed');
    });

    it('ends every session and key from before, since what was lost may be in somebody’s hands', async () => {
      const { id, email, browser } = await guarded();
      const made = await browser.post('/api/me/tokens', {
        name: 'x',
        scope: 'write',
        expiresInDays: 1,
        password,
      });
      expect(made.status).toBe(201);
      const [one, two] = [await accounts.person(), await accounts.person()];
      await run((recovery, tx) => recovery.begin(tx, id, one.id));
      await run((recovery, tx) => recovery.confirm(tx, id, two.id));
      await due(id);
      expect((await signIn(email)).status).toBe(201);
      const left = await accounts.database.query('SELECT kind, strong FROM session WHERE person_id = $1', [
        id,
      ]);
      expect(left).toEqual([{ kind: 'browser', strong: false }]);
      expect((await browser.get('/api/me')).status).toBe(401);
      const bearer = { authorization: `Bearer ${made.body.token}` };
      expect((await accounts.client().get('/api/me', bearer)).status).toBe(401);
      const ended = await accounts.database.query(
        `SELECT 1 FROM event_log WHERE name = 'session.ended' AND payload->>'personId' = $1`,
        [id],
      );
      expect(ended).toHaveLength(2);
    });

    it('is stopped by the link of the e-mail, once, or by a sign-in with the factor', async () => {
      const { id, email, secret } = await guarded();
      const [one, two] = [await accounts.person(), await accounts.person()];
      await run((recovery, tx) => recovery.begin(tx, id, one.id));
      const message = (await emailsTo(accounts.database, email, 2)).at(-1)!;
      const link = linkIn(message);
      expect(link.page).toBe('/stop-recovery');
      expect((await accounts.client().post('/api/recoveries/stop', { secret: link.secret })).status).toBe(
        204,
      );
      expect((await accounts.client().post('/api/recoveries/stop', { secret: link.secret })).status).toBe(
        410,
      );
      await run((recovery, tx) => recovery.begin(tx, id, one.id));
      await run((recovery, tx) => recovery.confirm(tx, id, two.id));
      expect((await signIn(email, codeOf(secret, 1))).status).toBe(201);
      await due(id);
      expect((await signIn(email)).body.error.code).toBe('session.code-needed');
    });

    it('is nothing to somebody who has none', async () => {
      const { id } = await accounts.person();
      const other = await accounts.person();
      await expect(run((recovery, tx) => recovery.begin(tx, id, other.id))).rejects.toMatchObject({
        code: 'recovery.nothing-lost',
      });
    });
  });
});
