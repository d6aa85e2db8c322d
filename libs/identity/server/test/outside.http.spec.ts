import { Secret, TOTP } from 'otpauth';
import { Hold, emailsTo, linkIn } from '@plenary/ground/testing';
import {
  freePort,
  password,
  startAccounts,
  startOutsideProvider,
  WanderingBrowser,
  type AccountsUnderTest,
  type OutsideProvider,
} from '@plenary/identity/testing';

describe('sign-in at a provider of OpenID Connect', () => {
  let accounts: AccountsUnderTest;
  let provider: OutsideProvider;
  let own: string;
  beforeAll(async () => {
    own = `http://localhost:${await freePort()}`;
    provider = await startOutsideProvider(own);
    accounts = await startAccounts({ ...provider.settings, PUBLIC_URL: own, PORT: new URL(own).port });
  });
  afterAll(async () => {
    provider?.stop();
    await accounts?.close();
  });

  /** The test app listens on a port of its own; the browser reaches it where the provider sends it. */
  const here = (address: string) => address.replace(own, accounts.url);
  class Browser extends WanderingBrowser {
    override go(address: string, init = {}, limit = 12) {
      return super.go(here(address).replace('127.0.0.1', 'localhost'), init, limit);
    }
  }
  const begin = () => `${accounts.url}/api/outside/begin`;
  const me = async (browser: WanderingBrowser) => {
    const session = browser.cookie('localhost', 'plenary_session');
    const answer = await fetch(`${accounts.url}/api/me`, {
      headers: { cookie: `plenary_session=${session}` },
    });
    return { status: answer.status, body: (await answer.json()) as { person?: { id: string } } };
  };

  it('IDN-14 is offered under the name that the operator gave, and nowhere else', async () => {
    expect((await accounts.client().get('/api/outside')).body).toEqual({ provider: 'Coalition login' });
    const without = await startAccounts();
    expect((await without.client().get('/api/outside')).body).toEqual({ provider: null });
    const answer = await fetch(`${without.url}/api/outside/begin`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe('/outside?problem=outside.not-set-up');
    await without.close();
  });

  it('IDN-14 lets in whoever has an account with the confirmed address, and tells them by e-mail, once', async () => {
    const { id, email } = await accounts.person();
    const browser = new Browser();
    const page = await browser.signInAs(email, begin());
    expect(new URL(page.address).pathname).toBe('/');
    expect((await me(browser)).body.person!.id).toBe(id);
    const again = new Browser();
    await again.signInAs(email, begin());
    expect((await me(again)).status).toBe(200);
    const subjects = (await emailsTo(accounts.database, email)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject === 'A new way to sign in')).toHaveLength(1);
  });

  it('IDN-14 makes no account, and believes no address that is not confirmed', async () => {
    const before = await accounts.database.query('SELECT count(*) FROM person');
    const stranger = new Browser();
    const unknown = await stranger.signInAs('stranger@people.example', begin());
    expect(new URL(unknown.address).search).toBe('?problem=outside.unknown');
    expect(await accounts.database.query('SELECT count(*) FROM person')).toEqual(before);
    const victim = await accounts.person();
    const unconfirmed = `unconfirmed-${victim.email}`;
    await accounts.database.query('UPDATE person SET email = $1 WHERE id = $2', [unconfirmed, victim.id]);
    const thief = new Browser();
    const refused = await thief.signInAs(unconfirmed, begin());
    expect(new URL(refused.address).search).toBe('?problem=outside.unknown');
    expect((await me(thief)).status).toBe(401);
  });

  it('IDN-14 refuses an answer that another browser was sent for, a forged one, and one that comes twice', async () => {
    const { email } = await accounts.person();
    const attacker = new Browser();
    const started = await fetch(begin(), { redirect: 'manual' });
    const victim = new Browser();
    const page = await attacker.signInAs(email, begin());
    expect(new URL(page.address).pathname).toBe('/');
    const state = new URL(started.headers.get('location')!).searchParams.get('state')!;
    for (const query of [
      `state=${state}&code=x`,
      'state=forged&code=x',
      'code=x',
      'error=access_denied',
      '',
    ]) {
      const answer = await victim.go(`${accounts.url}/api/outside/return?${query}`, {}, 0);
      expect(answer.status).toBe(302);
      expect((await me(victim)).status).toBe(401);
    }
  });

  it('IDN-14 is seen and taken off by its owner; then the address has to be confirmed anew', async () => {
    const { email } = await accounts.person();
    await new Browser().signInAs(email, begin());
    const client = accounts.client();
    await client.post('/api/session', { email, password });
    const ways = async () => (await client.get('/api/me/sign-in-ways')).body.outside;
    expect(await ways()).toMatchObject([{ provider: 'Coalition login' }]);
    const remove = (said: string) => client.post('/api/me/outside/removal', { password: said });
    expect((await remove('not the password')).body.error.code).toBe('password.wrong');
    expect((await remove(password)).status).toBe(204);
    expect(await ways()).toEqual([]);
    expect((await remove(password)).body.error.code).toBe('factor.not-found');
    await new Browser().signInAs(email, begin());
    const told = (await emailsTo(accounts.database, email, 4)).map(({ subject }) => subject);
    expect(told.filter((subject) => subject === 'A new way to sign in')).toHaveLength(2);
    expect(told).toContain('A way to sign in was removed');
  });

  it('IDN-14 whoever keeps an address that was given up comes in by it no more', async () => {
    const { id, email } = await accounts.person();
    await new Browser().signInAs(email, begin());
    const client = accounts.client();
    await client.post('/api/session', { email, password });
    const wanted = `new-${email}`;
    await client.put('/api/me/email', { email: wanted, password });
    for (const address of [email, wanted]) {
      const message = (await emailsTo(accounts.database, address)).filter(({ text }) =>
        text.includes('/confirm-address#'),
      );
      await client.post('/api/email-changes/confirm', { secret: linkIn(message.at(-1)!).secret });
    }
    const former = new Browser();
    await former.signInAs(email, begin());
    expect((await me(former)).status).toBe(401);
    const owner = new Browser();
    await owner.signInAs(wanted, begin());
    expect((await me(owner)).body.person!.id).toBe(id);
  });

  it('IDN-14 a password chosen by e-mail ends the ways in through a provider, too', async () => {
    const { email } = await accounts.person();
    await new Browser().signInAs(email, begin());
    await accounts.client().post('/api/password-resets', { email });
    const message = (await emailsTo(accounts.database, email, 2)).find(({ text }) =>
      text.includes('/reset#'),
    )!;
    const next = 'another long and quiet sentence';
    const client = accounts.client();
    await client.post('/api/password-resets/complete', { secret: linkIn(message).secret, password: next });
    await client.post('/api/session', { email, password: next });
    expect((await client.get('/api/me/sign-in-ways')).body.outside).toEqual([]);
  });

  it('IDN-14 whose ways in a new address or a password chosen by e-mail ended is told of it', async () => {
    const { email } = await accounts.person();
    await new Browser().signInAs(email, begin());
    const removed = async (address: string, least: number) =>
      (await emailsTo(accounts.database, address, least)).filter(
        ({ subject }) => subject === 'A way to sign in was removed',
      ).length;
    await accounts.client().post('/api/password-resets', { email });
    const reset = (await emailsTo(accounts.database, email, 2)).find(({ text }) => text.includes('/reset#'))!;
    const next = 'another long and quiet sentence';
    const client = accounts.client();
    await client.post('/api/password-resets/complete', { secret: linkIn(reset).secret, password: next });
    expect(await removed(email, 4)).toBe(1);
    await new Browser().signInAs(email, begin());
    await client.post('/api/session', { email, password: next });
    const wanted = `new-${email}`;
    await client.put('/api/me/email', { email: wanted, password: next });
    for (const address of [email, wanted]) {
      const emails = (await emailsTo(accounts.database, address)).filter(({ text }) =>
        text.includes('/confirm-address#'),
      );
      await client.post('/api/email-changes/confirm', { secret: linkIn(emails.at(-1)!).secret });
    }
    expect(await removed(wanted, 2)).toBe(1);
    const events = await accounts.database.query(
      `SELECT 1 FROM event_log WHERE name = 'person.factor-removed' AND payload ->> 'kind' = 'outside'
          AND payload ->> 'personId' = (SELECT id::text FROM person WHERE email = $1)`,
      [wanted],
    );
    expect(events).toHaveLength(2);
  });

  it('IDN-14 an address that is given up while the provider answers links nobody', async () => {
    const { id, email } = await accounts.person();
    const account = await Hold.of(accounts.database, 'SELECT 1 FROM person WHERE id = $1 FOR UPDATE', [id]);
    const former = new Browser();
    const arriving = former.signInAs(email, begin());
    await account.waiting(1);
    await account.query('UPDATE person SET email = $2 WHERE id = $1', [id, `new-${email}`]);
    await account.release();
    expect(new URL((await arriving).address).search).toBe('?problem=outside.unknown');
    expect((await me(former)).status).toBe(401);
    const links = 'SELECT 1 FROM outside_identity WHERE person_id = $1';
    expect(await accounts.database.query(links, [id])).toEqual([]);
  });

  it('IDN-14 two browsers that come for the first time at once are both let in', async () => {
    const { id, email } = await accounts.person();
    const account = await Hold.of(accounts.database, 'SELECT 1 FROM person WHERE id = $1 FOR UPDATE', [id]);
    const both = [new Browser(), new Browser()];
    const arriving = both.map((browser) => browser.signInAs(email, begin()));
    await account.waiting(2);
    await account.release();
    await Promise.all(arriving);
    for (const browser of both) expect((await me(browser)).body.person?.id).toBe(id);
    const linked = (await emailsTo(accounts.database, email)).filter(
      ({ subject }) => subject === 'A new way to sign in',
    );
    expect(linked).toHaveLength(1);
  });

  it('IDN-11 asks for the code of somebody who has a second factor here', async () => {
    const { email, id } = await accounts.person();
    const inside = accounts.client();
    const origin = { origin: own };
    expect((await inside.post('/api/session', { email, password }, origin)).status).toBe(201);
    const { body } = await inside.post('/api/me/authenticator', { password }, origin);
    const code = (halfMinutes: number) =>
      new TOTP({ secret: Secret.fromBase32(body.secret) }).generate({
        timestamp: Date.now() + halfMinutes * 30_000,
      });
    expect((await inside.put('/api/me/authenticator', { code: code(-1) }, origin)).status).toBe(200);
    const browser = new Browser();
    const page = await browser.signInAs(email, begin());
    expect((await me(browser)).status).toBe(401);
    const { pathname, hash } = new URL(page.address);
    expect(pathname).toBe('/outside');
    const secret = hash.slice(1);
    const client = accounts.client();
    const wrong = await client.post('/api/outside/code', { secret, code: '000000' }, origin);
    expect([wrong.status, wrong.body.error.code]).toEqual([401, 'session.code-wrong']);
    const right = await client.post('/api/outside/code', { secret, code: code(0) }, origin);
    expect([right.status, right.body.person.id]).toEqual([201, id]);
    const again = await client.post('/api/outside/code', { secret, code: code(1) }, origin);
    expect(again.body.error.code).toBe('link.unusable');
  });

  it('IDN-14 a sign-in that waits for its code is worth nothing once the way in was taken off', async () => {
    const { email } = await accounts.person();
    const inside = accounts.client();
    await inside.post('/api/session', { email, password });
    const { body } = await inside.post('/api/me/authenticator', { password });
    const code = (halfMinutes: number) =>
      new TOTP({ secret: Secret.fromBase32(body.secret) }).generate({
        timestamp: Date.now() + halfMinutes * 30_000,
      });
    expect((await inside.put('/api/me/authenticator', { code: code(-1) })).status).toBe(200);
    const page = await new Browser().signInAs(email, begin());
    const secret = new URL(page.address).hash.slice(1);
    expect(secret).not.toBe('');
    expect((await inside.post('/api/me/outside/removal', { password })).status).toBe(204);
    const late = await accounts.client().post('/api/outside/code', { secret, code: code(0) });
    expect(late.body.error?.code).toBe('link.unusable');
  });
});
