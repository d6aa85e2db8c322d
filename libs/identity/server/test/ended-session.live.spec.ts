import type { Socket } from 'socket.io-client';
import { heard, openSocket, type HttpClient } from '@plenary/ground/testing';
import { password, startAccounts, type AccountsUnderTest } from '@plenary/identity/testing';

describe('IDN-6 the sockets of a session that ends', () => {
  let test: AccountsUnderTest;
  let email: string;
  let one: HttpClient;
  let other: HttpClient;
  beforeAll(async () => {
    test = await startAccounts();
  });
  beforeEach(async () => {
    ({ email } = await test.person());
    one = await test.browser(email);
    other = await test.browser(email);
  });
  afterAll(() => test.close());

  const socketOf = ({ cookie }: HttpClient) =>
    openSocket(test.url, { headers: { cookie: cookie!, origin: test.url } });
  const closed = (socket: Socket) =>
    Promise.all([heard(socket, 'session:ended', 2_000), heard(socket, 'disconnect', 2_000)]);

  it('are closed when one signs out, and those of another session are not', async () => {
    const [mine, kept] = [await socketOf(one), await socketOf(other)];
    const { cookie } = one;
    const gone = closed(mine);
    await one.delete('/api/session');
    await gone;
    expect(kept.connected).toBe(true);
    one.cookie = cookie;
    await expect(socketOf(one)).rejects.toThrow('session.ended');
    kept.close();
  });

  it('are closed when it is ended from another device', async () => {
    const gone = closed(await socketOf(other));
    const { id } = (await other.get('/api/me')).body.session;
    await one.delete(`/api/me/sessions/${id}`);
    await gone;
  });

  it('are closed, those of tokens too, when the password changes', async () => {
    const { token } = (
      await one.post('/api/me/tokens', { name: 'a', scope: 'write', expiresInDays: 1, password })
    ).body;
    const mine = await socketOf(one);
    const gone = [await socketOf(other), await openSocket(test.url, { auth: { token } })].map(closed);
    await one.put('/api/me/password', { current: password, next: 'nothing about us without us' });
    await Promise.all(gone);
    expect(mine.connected).toBe(true);
    mine.close();
  });

  it('are closed when a token is ended', async () => {
    const made = await one.post('/api/me/tokens', { name: 'a', scope: 'read', expiresInDays: 1, password });
    const gone = closed(await openSocket(test.url, { auth: { token: made.body.token } }));
    await one.delete(`/api/me/tokens/${made.body.view.id}`);
    await gone;
  });
});
