import { newId } from '@plenary/ground/kernel';
import { emailsTo, type HttpClient } from '@plenary/ground/testing';
import { RolesService } from '@plenary/organisations/server';
import { startImpersonation } from '@plenary/impersonation/testing';
import type { CoalitionUnderTest } from '@plenary/organisations/testing';

describe('ORG-20 a coordinator sees Plenary as somebody else does', () => {
  const password = 'resist-reclaim-realise';
  const emailOf = (id: string) => `${id}@people.example`;
  let rooms: CoalitionUnderTest;
  let amara: string;
  let noor: string;
  let browser: HttpClient;
  let hidden: string;

  beforeAll(async () => {
    rooms = await startImpersonation();
    const { given } = rooms;
    await given.coalition();
    [amara, noor] = (await given.people(2)) as [string, string];
    await given.role(amara, 'coordinator');
    const organisation = await given.organisation({ name: 'Sea Bridge' });
    hidden = await given.organisation({ name: 'Hidden Quay', listing: 'unlisted' });
    await given.representative(noor, organisation, 'focal_point');
    browser = await rooms.signIn(emailOf(amara), password);
  });
  afterAll(() => rooms.close());

  const begin = async (as = noor, reason = 'She cannot find the draft.') =>
    (await browser.post(`/api/people/${as}/looks`, { reason })).body.id as string;
  const looking = (id: string) => ({ 'plenary-look': id });

  it('shows what the person sees, without what is theirs alone', async () => {
    const impersonation = looking(await begin());
    const { body: me } = await browser.get('/api/me', impersonation);
    expect(me).toMatchObject({
      person: { id: noor, email: '', fullName: null },
      session: { needsSecondFactor: false },
      impersonation: { by: amara },
    });
    expect((await browser.get('/api/me')).body).toMatchObject({ person: { id: amara }, impersonation: null });
    expect((await browser.get(`/api/organisations/${hidden}`)).status).toBe(200);
    expect((await browser.get(`/api/organisations/${hidden}`, impersonation)).status).toBe(404);
    for (const path of ['me/sessions', 'me/tokens', 'me/sign-in-ways', 'me/export', 'me/lists']) {
      const answer = await browser.get(`/api/${path}`, impersonation);
      expect([path, answer.status, answer.body.error?.code]).toEqual([path, 403, 'look.not-yours']);
    }
    expect((await browser.delete('/api/session', impersonation)).body.error.code).toBe('look.not-yours');
  });

  it('changes nothing', async () => {
    const impersonation = looking(await begin());
    for (const [verb, path, body] of [
      ['PATCH', '/api/me', { displayName: 'Somebody' }],
      ['POST', `/api/people/${amara}/looks`, { reason: 'further' }],
      ['PATCH', `/api/organisations/${hidden}`, { website: 'https://example.org' }],
    ] as const) {
      expect((await browser.send(verb, path, body, impersonation)).body.error.code).toBe('look.reads-only');
    }
  });

  it('is on record with its reason, and told to the person by e-mail', async () => {
    const before = (await emailsTo(rooms.database, emailOf(noor))).length;
    const id = await begin(noor, 'She asked me to <look>.');
    const message = (await emailsTo(rooms.database, emailOf(noor), before + 1)).at(-1)!;
    expect(message.subject).toContain('sees Plenary as you');
    expect(message.text).toContain('She asked me to <look>.');
    expect(message.html).toContain('She asked me to &lt;look&gt;.');
    expect((await rooms.eventsOf(noor)).at(-1)).toMatchObject({
      name: 'look.begun',
      actor_id: amara,
      payload: { personId: noor, lookId: id, reason: 'She asked me to <look>.' },
    });
    expect((await browser.delete(`/api/looks/${id}`)).status).toBe(204);
    expect((await browser.delete(`/api/looks/${id}`)).status).toBe(204);
    expect((await rooms.eventsOf(id)).map(({ name }) => name)).toEqual(['look.ended']);
    expect((await browser.get('/api/me', looking(id))).body.error.code).toBe('look.over');
  });

  it('is for coordinators alone, with a reason, as somebody else, at a browser', async () => {
    const other = await rooms.as(noor);
    const refused = async (as: string, reason: string) =>
      (await browser.post(`/api/people/${as}/looks`, { reason })).body.error.code;
    expect((await other.post(`people/${amara}/looks`, { reason: 'why' })).body.error.code).toBe(
      'coalition.forbidden',
    );
    expect(await refused(noor, '  ')).toBe('look.reason-needed');
    expect(await refused(amara, 'why')).toBe('look.oneself');
    expect(await refused(newId(), 'why')).toBe('person.not-found');
    const wanted = { name: 'script', scope: 'write', expiresInDays: 1, password: 'resist-reclaim-realise' };
    const { token } = (await browser.post('/api/me/tokens', wanted)).body;
    const bearer = { authorization: `Bearer ${token}` };
    const script = rooms.client();
    const answer = await script.post(`/api/people/${noor}/looks`, { reason: 'why' }, bearer);
    expect(answer.body.error.code).toBe('look.browser-only');
    const impersonation = looking(await begin());
    expect((await script.get('/api/me', { ...bearer, ...impersonation })).body.error.code).toBe('look.over');
  });

  it('is worth nothing elsewhere: another session, another person, a forged id', async () => {
    const impersonation = looking(await begin());
    const second = await rooms.signIn(emailOf(amara), password);
    const third = await rooms.signIn(emailOf(noor), password);
    for (const client of [second, third]) {
      expect((await client.get('/api/me', impersonation)).body.error.code).toBe('look.over');
    }
    for (const forged of [newId(), 'x', "' OR true --"]) {
      expect((await browser.get('/api/me', looking(forged))).body.error.code).toBe('look.over');
    }
  });

  it('ends with the role of whoever looks, and after half an hour', async () => {
    const id = await begin();
    expect((await browser.get('/api/me', looking(id))).status).toBe(200);
    await rooms.given.role(noor, 'coordinator');
    await rooms.app.get(RolesService).withdrawRole(null, amara, 'coordinator');
    const over = async () => (await browser.get('/api/me', looking(id))).status === 403;
    for (const end = Date.now() + 2_000; !(await over()) && Date.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await over()).toBe(true);
    await rooms.app.get(RolesService).giveRole(null, amara, 'coordinator');
    expect(await over()).toBe(true);
    const late = await begin();
    await rooms.database.query(`UPDATE look SET ends_at = now() - interval '1 second' WHERE id = $1`, [late]);
    expect((await browser.get('/api/me', looking(late))).body.error.code).toBe('look.over');
  });
});
