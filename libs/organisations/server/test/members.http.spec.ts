import { newId } from '@plenary/ground/kernel';
import { startCoalition, type CoalitionUnderTest, type Visitor } from '@plenary/organisations/testing';

const password = 'resist-reclaim-realise';
const codeOf = (answer: { body: { error?: { code: string } } }) => answer.body.error?.code;

describe('people of organisations, and the organisations themselves', () => {
  let rooms: CoalitionUnderTest;
  let amara: Visitor;
  let mateo: Visitor;
  let lin: Visitor;
  let organisation: string;
  let second: string;

  beforeAll(async () => {
    rooms = await startCoalition();
    const { given } = rooms;
    await given.coalition();
    const [coordinator, focal, member] = await given.people(3);
    await given.role(coordinator!, 'coordinator');
    organisation = await given.organisation({ name: 'Sea Bridge' });
    second = await given.organisation({ name: 'Harbour Union' });
    await given.representative(focal!, organisation, 'focal_point');
    await given.representative(member!, organisation, 'member');
    await given.representative(member!, second, 'representative');
    amara = await rooms.as(coordinator!);
    mateo = await rooms.as(focal!);
    lin = await rooms.as(member!);
  });
  afterAll(() => rooms.close());

  const at = (personId: string, id = organisation) => `organisations/${id}/people/${personId}`;

  it('ORG-6 a focal point says what its people are, and those of no other organisation', async () => {
    expect((await mateo.put(at(lin.personId), { role: 'representative' })).status).toBe(204);
    expect((await mateo.put(at(lin.personId, second), { role: 'member' })).body.error.code).toBe(
      'organisation.forbidden',
    );
    expect((await lin.put(at(lin.personId), { role: 'focal_point' })).status).toBe(403);
    expect((await mateo.put(at(newId()), { role: 'member' })).status).toBe(404);
    expect((await rooms.eventsOf(organisation)).at(-1)).toMatchObject({
      name: 'organisation.representative-named',
      payload: { personId: lin.personId, role: 'representative' },
      actor_id: mateo.personId,
    });
  });

  it('ORG-8 an organisation keeps a focal point, unless a coordinator takes it away', async () => {
    expect((await mateo.put(at(mateo.personId), { role: 'member' })).body.error.code).toBe(
      'organisation.last-focal-point',
    );
    expect((await mateo.delete(at(mateo.personId))).status).toBe(409);
    expect((await mateo.put(at(lin.personId), { role: 'focal_point' })).status).toBe(204);
    expect((await mateo.put(at(lin.personId), { role: 'representative' })).status).toBe(204);
  });

  it('ORG-2 who acts for two organisations speaks for the one chosen, everywhere', async () => {
    expect((await lin.get('membership')).body.actingFor.id).toBeDefined();
    for (const id of [second, organisation, second]) {
      expect((await lin.put('membership/speaks-for', { organisationId: id })).status).toBe(204);
      expect((await lin.get('membership')).body.actingFor.id).toBe(id);
    }
    expect((await mateo.put('membership/speaks-for', { organisationId: second })).status).toBe(404);
    // What she does from now on is on record for it.
    await lin.patch('me', { language: 'fr' });
    const [row] = await rooms.database.query(
      `SELECT organisation_id FROM event_log WHERE name = 'person.changed' ORDER BY id DESC LIMIT 1`,
    );
    expect(row.organisation_id).toBe(second);
  });

  it('anybody may leave; a coordinator and a focal point may let go; the rest may not', async () => {
    const person = await rooms.as(await rooms.given.person());
    await rooms.given.representative(person.personId, organisation, 'member');
    expect((await lin.delete(at(person.personId))).status).toBe(403);
    expect((await person.delete(at(person.personId))).status).toBe(204);
    expect((await person.get('membership')).body.organisations).toEqual([]);
    expect((await person.delete(at(person.personId))).status).toBe(404);
  });

  it('roles in the coalition are given and taken by coordinators; one stays', async () => {
    const path = `people/${mateo.personId}/roles/facilitator`;
    expect((await mateo.put(path, {})).body.error.code).toBe('coalition.forbidden');
    expect((await amara.put(path, {})).status).toBe(204);
    expect((await mateo.get('membership')).body.coalitionRoles).toEqual(['facilitator']);
    expect((await amara.delete(path)).status).toBe(204);
    expect((await amara.delete(`people/${amara.personId}/roles/coordinator`)).body.error.code).toBe(
      'coalition.last-coordinator',
    );
    expect((await amara.put(`people/${newId()}/roles/observer`, {})).status).toBe(404);
    expect((await amara.put(`people/${mateo.personId}/roles/king`, {})).status).toBe(404);
  });

  const wanted = (name: string) => ({
    ...{ name, country: 'CO', region: 'latin-america-caribbean', constituency: 'women', languages: ['es'] },
    ...{ website: 'https://example.org', email: 'Hello@Example.org' },
  });

  it('ORG-11 coordinators add organisations; two never have one name', async () => {
    const { status, body } = await amara.post('organisations', wanted('Río  Abierto'));
    expect(status).toBe(201);
    expect((await amara.get(`organisations/${body.id}`)).body).toMatchObject({
      ...{ name: 'Río Abierto', state: 'active', email: 'hello@example.org' },
    });
    expect((await amara.post('organisations', wanted('rio abierto'))).body.error.code).toBe(
      'organisation.name-taken',
    );
    const twice = await Promise.all([1, 2, 3].map(() => amara.post('organisations', wanted('At once'))));
    expect(twice.map(({ status: each }) => each).sort()).toEqual([201, 409, 409]);
    expect((await mateo.post('organisations', wanted('Mine'))).status).toBe(403);
    for (const wrong of [
      { website: 'javascript:alert(1)' },
      { country: 'Colombia' },
      { description: { en: 1 } },
    ]) {
      expect((await amara.post('organisations', { ...wanted('Wrong'), ...wrong })).status).toBe(400);
    }
    expect((await amara.post('organisations', { ...wanted('Wrong'), state: 'left' })).status).toBe(400);
  });

  it('a focal point describes its organisation, and changes nothing else of it', async () => {
    const path = `organisations/${organisation}`;
    const own = { description: { en: 'We build bridges.', es: 'Tendemos puentes.' }, website: null };
    expect((await mateo.patch(path, own)).status).toBe(204);
    expect((await lin.get(path)).body).toMatchObject({ ...own, may: { describe: false, decide: false } });
    expect((await mateo.patch(path, { name: 'Sea' })).body.error.code).toBe('organisation.forbidden');
    expect((await lin.patch(path, own)).status).toBe(403);
    expect((await amara.patch(path, { name: 'Sea Bridge' })).status).toBe(204);
  });

  it('ORG-10 its state changes with a reason, on record, and takes its people’s standing along', async () => {
    const path = `organisations/${second}/state`;
    expect((await mateo.put(path, { state: 'suspended', reason: 'x' })).status).toBe(403);
    expect((await amara.put(path, { state: 'suspended', reason: ' ' })).body.error.code).toBe(
      'organisation.reason-needed',
    );
    expect((await amara.put(path, { state: 'refused', reason: 'x' })).body.error.code).toBe(
      'organisation.state-impossible',
    );
    expect((await amara.put(path, { state: 'suspended', reason: 'no answer' })).status).toBe(204);
    expect((await lin.get('membership')).body).toMatchObject({ actingFor: { id: organisation } });
    expect((await rooms.eventsOf(second)).at(-1)!.payload).toEqual({
      ...{ state: 'suspended', before: 'active', reason: 'no answer' },
    });
    expect((await amara.put(path, { state: 'active', reason: '' })).status).toBe(204);
    expect((await lin.get('membership')).body).toMatchObject({ actingFor: { id: second } });
  });

  it('ORG-8 who has left is given nothing, and does not stand in for the last coordinator', async () => {
    const gone = await rooms.as(await rooms.given.person());
    expect((await gone.post('me/leaving', { password })).status).toBe(204);
    const { personId } = gone;
    expect((await amara.put(`people/${personId}/roles/coordinator`, {})).status).toBe(404);
    const many = { personIds: [personId, lin.personId], give: true };
    expect((await amara.put('roles/coordinator', many)).status).toBe(404);
    expect((await lin.get('membership')).body.coalitionRoles).toEqual([]);
  });

  describe('ORG-2 for whom somebody speaks', () => {
    const spokenFor = async (visitor: Visitor) => (await visitor.get('membership')).body.actingFor?.id;
    const long = (personId: string, days: Record<string, number>) =>
      Promise.all(
        Object.entries(days).map(([id, many]) =>
          rooms.database.query(
            `UPDATE representative SET created_at = now() - make_interval(days => $3)
              WHERE person_id = $1 AND organisation_id = $2`,
            [personId, id, many],
          ),
        ),
      );
    /** Somebody of two organisations, and the two. */
    async function ofTwo() {
      const [first, then] = [await rooms.given.organisation(), await rooms.given.organisation()];
      const visitor = await rooms.as(await rooms.given.person());
      for (const id of [first, then]) await rooms.given.representative(visitor.personId, id, 'member');
      await long(visitor.personId, { [first]: 300, [then]: 10 });
      return { visitor, first, then };
    }

    it('is not changed by another role for it', async () => {
      const { visitor, first } = await ofTwo();
      expect(await spokenFor(visitor)).toBe(first);
      await amara.put(at(visitor.personId, first), { role: 'focal_point' });
      expect(await spokenFor(visitor)).toBe(first);
    });

    it.each(['the one that stays', 'the one that goes'])(
      'is not changed by a merge: chosen was %s',
      async (which) => {
        const { visitor, first, then } = await ofTwo();
        const double = await rooms.given.organisation();
        await rooms.given.representative(visitor.personId, double, 'focal_point');
        await visitor.put('membership/speaks-for', {
          organisationId: which === 'the one that stays' ? then : double,
        });
        expect(
          (await amara.post(`organisations/${double}/merge`, { into: then, reason: 'one' })).status,
        ).toBe(204);
        expect(await spokenFor(visitor)).toBe(then);
        expect(first).not.toBe(then);
      },
    );
  });

  it('ORG-3 leaving says nothing of an organisation that one does not find', async () => {
    const hidden = await rooms.given.organisation({ listing: 'unlisted' });
    const stranger = await rooms.as(await rooms.given.person());
    const leave = (id: string) => stranger.delete(at(stranger.personId, id));
    expect([codeOf(await leave(hidden)), codeOf(await leave(newId()))]).toEqual([
      'organisation.not-found',
      'organisation.not-found',
    ]);
    expect(codeOf(await leave(organisation))).toBe('person.not-found');
  });

  it.each(['by itself', 'in bulk'])(
    'ORG-8 of two coordinators who take each other’s role at once (%s), one stays',
    async (how) => {
      for (let round = 0; round < 4; round++) {
        const [one, other] = await rooms.given.people(2);
        for (const id of [one, other]) await rooms.given.role(id!, 'coordinator');
        const [first, second] = [await rooms.as(one!), await rooms.as(other!)];
        const take = (visitor: Visitor, id: string) =>
          how === 'in bulk'
            ? visitor.put('roles/coordinator', { personIds: [id], give: false })
            : visitor.delete(`people/${id}/roles/coordinator`);
        const answers = await Promise.all([take(first, other!), take(second, one!)]);
        const codes = answers.map(({ status }) => status).sort();
        expect([codes[0]! < 300, codes[1]]).toEqual([true, 403]);
        for (const id of [one, other]) await amara.delete(`people/${id}/roles/coordinator`);
      }
    },
  );

  describe('ORG-22 a lost device', () => {
    const path = (personId: string) => `people/${personId}/device/recovery`;
    const lost = async (personId: string) =>
      rooms.database.query(
        `INSERT INTO authenticator (person_id, secret, confirmed_at, created_at)
         VALUES ($1, 'JBSWY3DPEHPK3PXP', now(), now())`,
        [personId],
      );
    /** As if they had come so long ago. */
    const since = async (personId: string, days: number) => {
      for (const column of ['representative SET role_since', 'coalition_role SET created_at']) {
        await rooms.database.query(
          `UPDATE ${column} = now() - make_interval(days => $2) WHERE person_id = $1`,
          [personId, days],
        );
      }
    };
    const focalPoint = async (days: number) => {
      const visitor = await rooms.as(await rooms.given.person());
      await rooms.given.representative(visitor.personId, organisation, 'focal_point');
      await since(visitor.personId, days);
      return visitor;
    };
    const member = async () => {
      const id = await rooms.given.person();
      await rooms.given.representative(id, organisation, 'member');
      await lost(id);
      return id;
    };

    it('is helped with by nobody who was made a focal point for the occasion', async () => {
      const old = await focalPoint(8);
      const person = await member();
      await since(lin.personId, 400);
      await old.put(at(lin.personId), { role: 'focal_point' });
      expect((await old.post(path(person), {})).status).toBe(204);
      expect(codeOf(await lin.put(path(person), {}))).toBe('person.forbidden');
      await old.put(at(lin.personId), { role: 'representative' });
    });

    it('is helped with by two who have been focal points or coordinators for seven days', async () => {
      const [old, other, fresh] = [await focalPoint(8), await focalPoint(8), await focalPoint(6)];
      const person = await member();
      expect((await old.get(`people/${person}/device`)).body.help).toMatchObject({ hasSecondFactor: true });
      expect((await fresh.get(`people/${person}/device`)).body.help).toBeNull();
      expect(codeOf(await fresh.post(path(person), {}))).toBe('person.forbidden');
      expect((await lin.post(path(person), {})).status).toBe(403);
      expect((await old.post(path(person), {})).status).toBe(204);
      expect(codeOf(await old.put(path(person), {}))).toBe('recovery.same-person');
      expect((await fresh.put(path(person), {})).status).toBe(403);
      expect((await other.put(path(person), {})).status).toBe(204);
      await since(amara.personId, 8);
      expect((await amara.delete(path(person))).status).toBe(204);
    });

    it('of somebody with a role in the coalition is the coordinators’ alone', async () => {
      const [old, boss] = [await focalPoint(8), await rooms.as(await rooms.given.person())];
      const person = await member();
      await rooms.given.role(person, 'coordinator');
      await rooms.given.role(boss.personId, 'coordinator');
      for (const each of [boss, amara]) await since(each.personId, 8);
      expect(codeOf(await old.post(path(person), {}))).toBe('person.forbidden');
      expect((await boss.post(path(person), {})).status).toBe(204);
      expect(codeOf(await old.put(path(person), {}))).toBe('person.forbidden');
      expect((await amara.put(path(person), {})).status).toBe(204);
    });

    it('is nobody’s business who does not act with the person, nor the person’s own', async () => {
      const stranger = await rooms.as(await rooms.given.person());
      const old = await focalPoint(8);
      expect((await stranger.get(`people/${lin.personId}/device`)).body.help).toBeNull();
      expect((await stranger.post(path(lin.personId), {})).status).toBe(403);
      expect((await old.post(path(old.personId), {})).status).toBe(403);
      expect(codeOf(await old.post(path(lin.personId), {}))).toBe('recovery.nothing-lost');
    });
  });
});
