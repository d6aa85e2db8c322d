import { Secret, TOTP } from 'otpauth';
import { lettersTo, linkIn } from '@plenary/ground/testing';
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

  it('IDN-14 lets in whoever has an account with the confirmed address, and tells them by letter, once', async () => {
    const { id, email } = await accounts.person();
    const browser = new Browser();
    const page = await browser.signInAs(email, begin());
    expect(new URL(page.address).pathname).toBe('/');
    expect((await me(browser)).body.person!.id).toBe(id);
    const again = new Browser();
    await again.signInAs(email, begin());
    expect((await me(again)).status).toBe(200);
    const subjects = (await lettersTo(accounts.database, email)).map(({ subject }) => subject);
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
    const told = (await lettersTo(accounts.database, email, 4)).map(({ subject }) => subject);
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
      const letter = (await lettersTo(accounts.database, address)).filter(({ text }) =>
        text.includes('/confirm-address#'),
      );
      await client.post('/api/email-changes/confirm', { secret: linkIn(letter.at(-1)!).secret });
    }
    const former = new Browser();
    await former.signInAs(email, begin());
    expect((await me(former)).status).toBe(401);
    const owner = new Browser();
    await owner.signInAs(wanted, begin());
    expect((await me(owner)).body.person!.id).toBe(id);
  });

  it('IDN-14 a password chosen by letter ends the ways in through a provider, too', async () => {
    const { email } = await accounts.person();
    await new Browser().signInAs(email, begin());
    await accounts.client().post('/api/password-resets', { email });
    const letter = (await lettersTo(accounts.database, email, 3)).find(({ text }) =>
      text.includes('/reset#'),
    )!;
    const next = 'another long and quiet sentence';
    const client = accounts.client();
    await client.post('/api/password-resets/complete', { secret: linkIn(letter).secret, password: next });
    await client.post('/api/session', { email, password: next });
    expect((await client.get('/api/me/sign-in-ways')).body.outside).toEqual([]);
  });

  it('IDN-11 asks for the code of somebody who has a second factor here', async () => {
    const { email, id } = await accounts.person();
    const inside = await accounts.client();
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
});
