import { isDeepStrictEqual } from 'node:util';
import { Hold, emailsTo, linkIn, until } from '@plenary/ground/testing';
import { newId } from '@plenary/ground/kernel';
import { startArrivals } from '@plenary/arrivals/testing';
import type { CoalitionUnderTest, Visitor } from '@plenary/organisations/testing';

const password = 'a long and quiet sentence';

describe('invitations', () => {
  let rooms: CoalitionUnderTest;
  let amara: Visitor;
  let mateo: Visitor;
  let outsider: Visitor;
  let organisation: string;
  let other: string;

  beforeAll(async () => {
    rooms = await startArrivals();
    const { given } = rooms;
    await given.coalition();
    const [coordinator, focal, member] = await given.people(3);
    await given.role(coordinator!, 'coordinator');
    organisation = await given.organisation({ name: 'Sea Bridge' });
    other = await given.organisation({ name: 'Far House' });
    await given.representative(focal!, organisation, 'focal_point');
    await given.representative(member!, organisation, 'member');
    amara = await rooms.as(coordinator!);
    mateo = await rooms.as(focal!);
    outsider = await rooms.as(member!);
  });
  afterAll(() => rooms.close());

  const wanted = (more: object = {}) => ({
    role: 'representative',
    language: 'es',
    mostUses: 2,
    days: 3,
    ...more,
  });
  const invite = (by: Visitor, more: object = {}, id = organisation) =>
    by.post(`organisations/${id}/invitations`, wanted(more));
  const secretOf = (url: string) => url.split('#')[1]!;
  const look = (secret: string) => rooms.nobody.post('joining/look', { secret });
  const newcomer = (secret: string, more: object = {}) => ({
    ...{ secret, displayName: 'Lucía Ortega', password, language: 'es' },
    ...more,
  });
  const peopleOf = async (id = organisation) =>
    (await amara.get(`organisations/${id}`)).body.people.map((each: { name: string; role: string }) => each);

  it('ORG-7 focal points and coordinators invite; nobody invites above their right', async () => {
    expect((await invite(mateo)).status).toBe(201);
    expect((await invite(amara)).status).toBe(201);
    expect((await invite(outsider)).body.error.code).toBe('organisation.forbidden');
    expect((await invite(mateo, {}, other)).body.error.code).toBe('organisation.forbidden');
    const role = { role: 'coordinator', language: 'en', mostUses: 1, days: 1 };
    expect((await mateo.post('invitations', role)).body.error.code).toBe('organisation.forbidden');
    expect((await amara.post('invitations', role)).status).toBe(201);
    for (const each of [mateo, outsider]) expect((await each.get('invitations')).status).toBe(403);
    expect((await outsider.get(`organisations/${organisation}/invitations`)).status).toBe(403);
  });

  it('an e-mail comes in its language; looking at it uses nothing up; one person comes in by it, once', async () => {
    const email = `${newId()}@new.example`;
    const { body } = await invite(mateo, { email });
    expect(body).toMatchObject({ url: null, invitation: { email, mostUses: 1, state: 'open' } });
    const [message] = await emailsTo(rooms.database, email);
    expect(message!.subject).toContain('invitación para actuar por Sea Bridge');
    expect(message!.text).toMatch(/ le invita a participar en .+ vale hasta el \d+ de \w+ de \d{4}/s);
    const { page, secret } = linkIn(message!);
    expect(page).toBe('/join');
    for (let i = 0; i < 3; i++) {
      expect((await look(secret)).body).toMatchObject({
        ...{ organisation: 'Sea Bridge', role: 'representative', email, hasAccount: false },
      });
    }
    // The address is that of the e-mail, whatever else is said.
    const joined = await rooms.nobody.post('joining', newcomer(secret, { email: 'other@new.example' }));
    expect(joined.body).toEqual({ next: 'sign-in' });
    const lucia = await rooms.visit(email, password);
    expect((await lucia.get('membership')).body).toMatchObject({
      organisations: [{ id: organisation, role: 'representative' }],
      actingFor: { id: organisation },
    });
    expect((await rooms.nobody.post('joining', newcomer(secret))).body.error.code).toBe(
      'invitation.unusable',
    );
    const { body: list } = await mateo.get(`organisations/${organisation}/invitations`);
    const used = list.items.find((each: { id: string }) => each.id === body.invitation.id);
    expect(used).toMatchObject({ state: 'used', uses: 1, usedBy: [{ personId: lucia.personId }] });
    expect(JSON.stringify(list)).not.toContain(secret);
  });

  it('ORG-9 an e-mail that was passed on lets nobody else in', async () => {
    const email = `${newId()}@new.example`;
    await invite(mateo, { email });
    const { secret } = linkIn((await emailsTo(rooms.database, email))[0]!);
    const stranger = await rooms.as(await rooms.given.person());
    expect((await stranger.post('joining/accept', { secret })).body.error.code).toBe(
      'invitation.for-another-address',
    );
    expect((await look(secret)).status).toBe(200);
  });

  it('ORG-9 by a link one confirms an address first; known and unknown addresses get the same answer', async () => {
    const { body } = await invite(mateo, { mostUses: 5 });
    const secret = secretOf(body.url);
    const email = `${newId()}@new.example`;
    const known = await rooms.as(await rooms.given.person('Known'));
    const knownAddress = (await known.get('me')).body.person.email as string;
    const before = (await peopleOf()).length;
    for (const address of [email, knownAddress]) {
      const answer = await rooms.nobody.post('joining', newcomer(secret, { email: address }));
      expect([answer.status, answer.body]).toEqual([200, { next: 'email' }]);
    }
    expect(await peopleOf()).toHaveLength(before);
    const confirm = linkIn((await emailsTo(rooms.database, email))[0]!);
    expect(confirm.page).toBe('/join/confirm');
    const done = await rooms.nobody.post('joining/confirm', { secret: confirm.secret });
    expect(done.body).toEqual({ email });
    expect(await peopleOf()).toHaveLength(before + 1);
    expect((await rooms.visit(email, password)).personId).toBeDefined();
    expect((await rooms.nobody.post('joining/confirm', { secret: confirm.secret })).status).toBe(410);
    const [told] = await emailsTo(rooms.database, knownAddress);
    expect(linkIn(told!)).toEqual({ page: '/join', secret });
    expect((await known.post('joining/accept', { secret })).body).toEqual({ organisationId: organisation });
  });

  it('a revoked link is worth nothing at any step, and neither is one whose maker lost the right', async () => {
    const { body } = await invite(mateo, { mostUses: 5 });
    const secret = secretOf(body.url);
    const email = `${newId()}@new.example`;
    await rooms.nobody.post('joining', newcomer(secret, { email }));
    expect((await outsider.delete(`invitations/${body.invitation.id}`)).status).toBe(404);
    expect((await mateo.delete(`invitations/${body.invitation.id}`)).status).toBe(204);
    const confirm = linkIn((await emailsTo(rooms.database, email))[0]!);
    for (const answer of [
      await look(secret),
      await rooms.nobody.post('joining', newcomer(secret, { email })),
      await outsider.post('joining/accept', { secret }),
      await rooms.nobody.post('joining/confirm', { secret: confirm.secret }),
    ]) {
      expect([answer.status, answer.body.error.code]).toEqual([410, 'invitation.unusable']);
    }
    const focal = await rooms.given.person();
    await rooms.given.representative(focal, organisation, 'focal_point');
    const made = await invite(await rooms.as(focal));
    expect((await look(secretOf(made.body.url))).status).toBe(200);
    expect((await amara.delete(`organisations/${organisation}/people/${focal}`)).status).toBe(204);
    expect((await look(secretOf(made.body.url))).status).toBe(410);
  });

  it('forged and expired ones answer like revoked ones', async () => {
    const { body } = await invite(mateo);
    const secret = secretOf(body.url);
    await rooms.database.query(`UPDATE invitation SET expires_at = now() WHERE id = $1`, [
      body.invitation.id,
    ]);
    for (const each of [secret, 'x'.repeat(43)]) {
      expect((await look(each)).body.error.code).toBe('invitation.unusable');
    }
  });

  it('its uses are bounded, also when many come at the same moment', async () => {
    const { body } = await invite(mateo, { mostUses: 3 });
    const secret = secretOf(body.url);
    const visitors = await Promise.all(
      Array.from({ length: 8 }, async () => rooms.as(await rooms.given.person())),
    );
    const answers = await Promise.all(visitors.map((each) => each.post('joining/accept', { secret })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(5);
  });

  it('whoever is more already stays so, and coming in twice is once', async () => {
    const { body } = await invite(amara, { role: 'member', mostUses: 4 });
    const secret = secretOf(body.url);
    expect((await mateo.post('joining/accept', { secret })).status).toBe(200);
    expect((await mateo.post('joining/accept', { secret })).status).toBe(200);
    const { body: found } = await mateo.get('membership');
    expect(found.organisations).toMatchObject([{ role: 'focal_point' }]);
    const { body: list } = await mateo.get(`organisations/${organisation}/invitations`);
    expect(list.items.find((each: { id: string }) => each.id === body.invitation.id).uses).toBe(1);
  });

  it('nobody is invited to an organisation that is not active', async () => {
    const { body } = await invite(amara, {}, other);
    const state = { state: 'suspended', reason: 'no answer for a year' };
    expect((await amara.put(`organisations/${other}/state`, state)).status).toBe(204);
    expect((await invite(amara, {}, other)).body.error.code).toBe('organisation.not-active');
    expect((await look(secretOf(body.url))).status).toBe(410);
  });

  it('invitations that are used up make room for others', async () => {
    const id = await rooms.given.organisation();
    const fill = (uses: number) =>
      rooms.database.query(
        `INSERT INTO invitation (id, organisation_id, role, language, secret_hash, most_uses, uses, created_at, expires_at)
         SELECT gen_random_uuid(), $1, 'member', 'en', gen_random_uuid(), 1, $2, now(), now() + interval '80 days'
           FROM generate_series(1, 100)`,
        [id, uses],
      );
    await fill(1);
    expect((await invite(amara, {}, id)).status).toBe(201);
    await fill(0);
    expect((await invite(amara, {}, id)).body.error.code).toBe('invitation.too-many');
  });

  it('ORG-7 the list says which are worth nothing, since whoever made them lost the right', async () => {
    const focal = await rooms.given.person();
    await rooms.given.representative(focal, organisation, 'focal_point');
    const { id } = (await invite(await rooms.as(focal))).body.invitation;
    const state = async () =>
      (await mateo.get(`organisations/${organisation}/invitations`)).body.items.find(
        (each: { id: string }) => each.id === id,
      ).state;
    expect(await state()).toBe('open');
    await mateo.delete(`organisations/${organisation}/people/${focal}`);
    expect(await state()).toBe('void');
    expect((await mateo.delete(`invitations/${id}`)).status).toBe(204);
    expect(await state()).toBe('revoked');
  });

  it('whoever was let go of does not come in again by a link that they used', async () => {
    const person = await rooms.as(await rooms.given.person());
    const secret = secretOf((await invite(mateo)).body.url);
    const accept = () => person.post('joining/accept', { secret });
    expect([(await accept()).status, (await accept()).status]).toEqual([200, 200]);
    await mateo.delete(`organisations/${organisation}/people/${person.personId}`);
    expect((await accept()).body.error.code).toBe('invitation.unusable');
  });

  it('ORG-18 a merge revokes the invitations of the one that is gone, and those alone', async () => {
    const [gone, kept] = [await rooms.given.organisation(), await rooms.given.organisation()];
    const email = 'merged-away@people.example';
    const byLink = (await invite(amara, {}, gone)).body;
    const byEmail = (await invite(amara, { email, mostUses: 1 }, gone)).body.invitation;
    const ofKept = (await invite(amara, {}, kept)).body;
    const secret = secretOf(byLink.url);
    const inEmail = linkIn((await emailsTo(rooms.database, email))[0]!).secret;
    for (const each of [secret, inEmail]) expect((await look(each)).status).toBe(200);
    const merged = await amara.post(`organisations/${gone}/merge`, { into: kept, reason: 'the same' });
    expect(merged.status).toBe(204);
    const statesOf = async (id: string) => {
      const { items } = (await amara.get(`organisations/${id}/invitations`)).body;
      return items.map((each: { id: string; state: string }) => [each.id, each.state]).sort();
    };
    const ids = [byLink.invitation.id, byEmail.id].sort();
    for (const each of [secret, inEmail]) {
      expect((await look(each)).body.error.code).toBe('invitation.unusable');
      const joining = await rooms.nobody.post('joining', newcomer(each, { email }));
      expect(joining.body.error.code).toBe('invitation.unusable');
    }
    // On record a moment later: the room hears of the merge when it is done.
    const allRevoked = ids.map((id) => [id, 'revoked']);
    await until(
      async () => isDeepStrictEqual(await statesOf(gone), allRevoked),
      'the end of the invitations',
    );
    expect(await statesOf(kept)).toEqual([[ofKept.invitation.id, 'open']]);
    const renewed = await amara.post(`invitations/${byEmail.id}/letter`, {});
    expect(renewed.body.error.code).toBe('invitation.not-open');
    expect((await look(secretOf(ofKept.url))).status).toBe(200);
  });

  it('one that is accepted and a merge of its organisation do not lock each other out', async () => {
    const [gone, kept] = [await rooms.given.organisation(), await rooms.given.organisation()];
    const { body } = await invite(amara, { role: 'member' }, gone);
    const uses = await Hold.of(rooms.database, 'LOCK TABLE invitation_use IN EXCLUSIVE MODE');
    const accepting = outsider.post('joining/accept', { secret: secretOf(body.url) });
    await uses.waiting(1);
    const merging = amara.post(`organisations/${gone}/merge`, { into: kept, reason: 'x' });
    await uses.waiting(2);
    await uses.release();
    expect([(await accepting).status, (await merging).status]).toEqual([200, 204]);
    const { people } = (await amara.get(`organisations/${kept}`)).body;
    expect(people).toMatchObject([{ personId: outsider.personId }]);
  });

  it('ORG-2 for whom somebody speaks is not changed by an invitation to a higher role for it', async () => {
    const [first, then] = [await rooms.given.organisation(), await rooms.given.organisation()];
    const visitor = await rooms.as(await rooms.given.person());
    await rooms.given.representative(visitor.personId, first, 'member');
    await rooms.given.representative(visitor.personId, then, 'representative');
    await visitor.put('membership/speaks-for', { organisationId: first });
    const offered = { role: 'focal_point', language: 'en', mostUses: 1, days: 1 };
    const { url } = (await amara.post(`organisations/${first}/invitations`, offered)).body;
    await visitor.post('joining/accept', { secret: url.split('#')[1] });
    expect((await visitor.get('membership')).body.organisations).toContainEqual(
      expect.objectContaining({ id: first, role: 'focal_point' }),
    );
    expect((await visitor.get('membership')).body.actingFor.id).toBe(first);
  });

  it('ORG-25 where e-mails do not leave, a coordinator gets the link of an e-mail to pass it on, and nobody else', async () => {
    const id = await rooms.given.organisation();
    const focal = await rooms.given.person();
    await rooms.given.representative(focal, id, 'focal_point');
    const offered = { role: 'member', email: 'jana@people.example', language: 'fr', days: 3, mostUses: 1 };
    const path = `organisations/${id}/invitations`;
    // Neither a mail server nor, outside a demonstration, a mailbox.
    await rooms.database.query('UPDATE coalition SET is_demo = false');
    const { body } = await amara.post(path, offered);
    expect([new URL(body.url).pathname, body.invitation.email]).toEqual(['/join', 'jana@people.example']);
    expect((await (await rooms.as(focal)).post(path, offered)).body.url).toBeNull();
  });

  it('ORG-22 whoever is invited as a focal point for the occasion does not help with a lost device', async () => {
    const person = await rooms.given.person();
    await rooms.given.representative(person, organisation, 'member');
    await rooms.database.query(
      `INSERT INTO authenticator (person_id, secret, confirmed_at, created_at)
       VALUES ($1, 'JBSWY3DPEHPK3PXP', now(), now())`,
      [person],
    );
    await rooms.database.query(
      `UPDATE representative SET role_since = now() - interval '8 days' WHERE person_id = $1`,
      [mateo.personId],
    );
    const path = `people/${person}/device/recovery`;
    expect((await mateo.post(path, {})).status).toBe(204);
    const email = 'alter.ego@people.example';
    await invite(mateo, { email, role: 'focal_point', mostUses: 1 });
    const { secret } = linkIn((await emailsTo(rooms.database, email))[0]!);
    await rooms.nobody.post('joining', newcomer(secret));
    const alter = await rooms.visit(email, password);
    expect((await alter.put(path, {})).body.error.code).toBe('person.forbidden');
  });
});
