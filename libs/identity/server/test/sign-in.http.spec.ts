import { createHash } from 'node:crypto';
import argon2 from '@node-rs/argon2';
import { RateLimits } from '@plenary/ground/server';
import { emailsTo, linkIn } from '@plenary/ground/testing';
import { password, startAccounts, type AccountsUnderTest } from '@plenary/identity/testing';
import { PersonEntity } from '../entities/person.entity.js';
import { SessionsService } from '../sessions.service.js';

describe('signing in', () => {
  let test: AccountsUnderTest;
  beforeAll(async () => {
    test = await startAccounts();
  });
  afterAll(() => test.close());

  const attempt = (email: string, secret = password) =>
    test.client().post('/api/session', { email, password: secret });

  it('IDN-1 IDN-7 knows the address in any case, and shows it to its owner', async () => {
    const { id, email } = await test.person('Amara Diallo');
    const answer = await attempt(`  ${email.toUpperCase()} `);
    expect(answer.status).toBe(201);
    expect(answer.body.person).toMatchObject({ id, email, displayName: 'Amara Diallo', language: 'en' });
    expect(answer.body.person.colour).toMatch(/^#[0-9a-f]{6}$/);
  });

  it('IDN-4 keeps the secret in a cookie that no script and no other site can use, and only its hash', async () => {
    const { email } = await test.person();
    const answer = await attempt(email);
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^plenary_session=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/);
    const secret = cookie!.slice('plenary_session='.length).split(';')[0]!;
    expect(JSON.stringify(answer.body)).not.toContain(secret);
    const [row] = await test.database.query('SELECT * FROM session WHERE id = $1', [answer.body.session.id]);
    expect(row.secret_hash).toBe(createHash('sha256').update(secret).digest('hex'));
    expect(JSON.stringify(row)).not.toContain(secret);
  });

  it('IDN-4 marks the cookie secure where people come by https', async () => {
    const https = await startAccounts({ PUBLIC_URL: 'https://plenary.example.org' });
    const { email } = await https.person();
    const headers = { origin: 'https://plenary.example.org' };
    const answer = await https.client().post('/api/session', { email, password }, headers);
    await https.close();
    expect(answer.headers.getSetCookie()[0]).toContain('; Secure');
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=');
  });

  it('IDN-2 answers alike whether the address is known or not', async () => {
    const { email } = await test.person();
    const wrong = await attempt(email, 'not the password');
    const unknown = await attempt('nobody@people.example', 'not the password');
    for (const answer of [wrong, unknown]) {
      expect(answer.status).toBe(401);
      expect({ ...answer.body.error, requestId: '' }).toEqual({
        code: 'session.refused',
        params: {},
        requestId: '',
      });
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
  });

  it('IDN-2 takes as long for an unknown address as for a known one: one hash of the same cost is reckoned', async () => {
    const verify = jest.spyOn(argon2, 'verify');
    const costOf = async (email: string) => {
      verify.mockClear();
      await attempt(email, 'not the password');
      return verify.mock.calls.map(([hash]) => String(hash).split('$').slice(1, 4));
    };
    const known = await costOf((await test.person()).email);
    expect(known).toEqual([['argon2id', 'v=19', expect.stringMatching(/^m=\d+,t=\d+,p=\d+$/)]]);
    expect(await costOf('nobody@people.example')).toEqual(known);
    verify.mockRestore();
  });

  it('IDN-2 stops guessing at one account, and says when to try again', async () => {
    const { email } = await test.person();
    for (let i = 0; i < 10; i++) expect((await attempt(email, `guess ${i}`)).status).toBe(401);
    const answer = await attempt(email);
    expect([answer.status, answer.body.error.code]).toEqual([429, 'request.rate-limited']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    const unknown = 'nobody-guessed@people.example';
    for (let i = 0; i < 10; i++) await attempt(unknown, `guess ${i}`);
    expect((await attempt(unknown)).status).toBe(429);
  });

  it('IDN-2 a stranger’s wrong guesses, however many, do not keep the owner out of a browser that is known', async () => {
    const { email } = await test.person();
    const device = (await attempt(email)).headers
      .getSetCookie()
      .find((each) => each.startsWith('plenary_device='))!
      .split(';')[0]!;
    const limits = test.app.get(RateLimits);
    for (let n = 0; n < 51; n++) {
      // As if from many places.
      for (const place of ['127.0.0.1', '::ffff:127.0.0.1']) {
        await limits.forget('sign-in-pair', `${email} ${place}`);
      }
      await attempt(email, 'x');
    }
    expect((await attempt(email)).status).toBe(429);
    const owner = (secret: string, cookie = device) =>
      test.client().post('/api/session', { email, password: secret }, { cookie });
    expect((await owner(password, 'plenary_device=made-up')).status).toBe(429);
    expect((await owner(password)).status).toBe(201);
    for (let n = 0; n < 10; n++) expect((await owner('x')).status).toBe(401);
    expect((await owner(password)).status).toBe(429);
  });

  /** What `done` ends, and signing in again and again while it works: how many sessions are left. */
  const survivors = async (id: string, email: string, done: Promise<{ status: number }>) => {
    let isOver = false;
    void done.finally(() => (isOver = true));
    const again = async () => {
      do await attempt(email);
      while (!isOver);
    };
    await Promise.all([again(), again(), again()]);
    expect((await done).status).toBe(204);
    const [row] = await test.database.query('SELECT count(*)::int AS n FROM session WHERE person_id = $1', [
      id,
    ]);
    return row.n as number;
  };

  it('IDN-8 whoever signs in with the old password while it is reset is out, too', async () => {
    for (let round = 0; round < 4; round++) {
      const { email, id } = await test.person();
      await test.client().post('/api/password-resets', { email });
      const { secret } = linkIn((await emailsTo(test.database, email))[0]!);
      const body = { secret, password: 'a new and long sentence' };
      const done = test.client().post('/api/password-resets/complete', body);
      expect(await survivors(id, email, done)).toBe(0);
    }
  });

  it('IDN-15 whoever signs in while they leave is out, too', async () => {
    for (let round = 0; round < 4; round++) {
      const { email, id } = await test.person();
      const browser = await test.browser(email);
      expect(await survivors(id, email, browser.post('/api/me/leaving', { password }))).toBe(0);
    }
  });

  it.each([
    ['the password changed', `UPDATE person SET password_hash = 'x' WHERE id = $1`, 'session.refused'],
    ['the person left', 'UPDATE person SET left_at = now() WHERE id = $1', 'session.refused'],
    [
      'a first factor was set up',
      `INSERT INTO authenticator (person_id, secret, confirmed_at, created_at) VALUES ($1, 'x', now(), now())`,
      'session.code-needed',
    ],
  ])(
    'IDN-11 a sign-in whose proof was there before %s begins no session after it',
    async (_, change, code) => {
      const { id } = await test.person();
      const sessions = test.app.get(SessionsService);
      const [person] = await test.database.manager.findBy(PersonEntity, { id });
      await test.database.query(change, [id]);
      const place = { networkAddress: '', userAgent: '', device: null };
      await expect(sessions.open(person!, 'password', place)).rejects.toMatchObject({ code });
      expect(await test.database.query('SELECT 1 FROM session WHERE person_id = $1', [id])).toEqual([]);
    },
  );

  it('IDN-2 lets a hall of 200 people in through one address', async () => {
    const people = await Promise.all(Array.from({ length: 200 }, () => test.person()));
    const answers = await Promise.all(people.map(({ email }) => attempt(email)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(200);
  }, 60_000);

  it('refuses what is no address and password', async () => {
    for (const body of [
      {},
      { email: 'a' },
      { email: ['a'], password },
      { email: 'a', password, role: 'x' },
    ]) {
      expect((await test.client().post('/api/session', body)).status).toBe(400);
    }
    expect((await attempt("' OR 1=1 --", "' OR 1=1 --")).status).toBe(401);
  });

  it('cannot be driven from the page of another site', async () => {
    const { email } = await test.person();
    const headers = { origin: 'https://elsewhere.example' };
    const answer = await test.client().post('/api/session', { email, password }, headers);
    expect([answer.status, answer.body.error.code]).toEqual([403, 'request.foreign-origin']);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('writes down that a session began and ended, without anything personal', async () => {
    const { id, email } = await test.person();
    const browser = await test.browser(email);
    const session = (await browser.get('/api/me')).body.session.id;
    expect((await browser.delete('/api/session')).status).toBe(204);
    const events = await test.database.query('SELECT * FROM event_log WHERE subject_id = $1 ORDER BY id', [
      session,
    ]);
    expect(events.map((each: { name: string }) => each.name)).toEqual(['session.started', 'session.ended']);
    expect(events.map((each: { payload: object }) => each.payload)).toEqual([
      { personId: id },
      { personId: id },
    ]);
  });
});
