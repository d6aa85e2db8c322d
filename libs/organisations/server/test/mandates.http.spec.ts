import { newId } from '@plenary/ground/kernel';
import { emailsTo, until } from '@plenary/ground/testing';
import { MandateTerms } from '../mandates/mandate-terms.js';
import { MandatesService } from '../mandates/mandates.service.js';
import { startCoalition, type CoalitionUnderTest, type Visitor } from '@plenary/organisations/testing';

const password = 'resist-reclaim-realise';
const codeOf = (answer: { body: { error?: { code: string } } }) => answer.body.error?.code;

describe('mandates, merges and saved lists', () => {
  let rooms: CoalitionUnderTest;
  let amara: Visitor;
  let mateo: Visitor;
  let lin: Visitor;
  let organisation: string;

  beforeAll(async () => {
    rooms = await startCoalition();
    const { given } = rooms;
    await given.coalition();
    const [coordinator, focal, member] = await given.people(3);
    await given.role(coordinator!, 'coordinator');
    organisation = await given.organisation({ name: 'Sea Bridge' });
    await given.representative(focal!, organisation, 'focal_point');
    await given.representative(member!, organisation, 'member');
    [amara, mateo, lin] = [await rooms.as(coordinator!), await rooms.as(focal!), await rooms.as(member!)];
  });
  afterAll(() => rooms.close());

  describe('ORG-17 a mandate', () => {
    const path = (id = organisation) => `organisations/${id}/mandates`;
    const may = (person: Visitor, kind: 'vote' | 'sign') =>
      rooms.app
        .get(MandatesService)
        .mayAct(rooms.database.manager, organisation, person.personId, kind, () => false);

    it('is given by focal points to their own people, on record, and told to all focal points', async () => {
      const given = await mateo.post(path(), { personId: lin.personId, kind: 'vote', alternate: false });
      expect(given.status).toBe(201);
      expect((await lin.get(path())).body.items).toMatchObject([
        { personId: lin.personId, kind: 'vote', state: 'holds', until: null },
      ]);
      expect([await may(lin, 'vote'), await may(lin, 'sign'), await may(mateo, 'vote')]).toEqual([
        true,
        false,
        false,
      ]);
      expect((await rooms.eventsOf(organisation)).at(-1)).toMatchObject({
        name: 'organisation.mandate-given',
        actor_id: mateo.personId,
      });
      const [message] = await emailsTo(rooms.database, `${mateo.personId}@people.example`);
      expect(message!.subject).toContain('may vote for Sea Bridge');
    });

    it('ends at its minute, and that comes on record once, by nobody’s hand', async () => {
      const lasts = 3_600_000;
      const lastsUntil = new Date(rooms.clock.now() + lasts).toISOString();
      const term = { personId: lin.personId, kind: 'sign', alternate: false, until: lastsUntil };
      const { id } = (await mateo.post(path(), term)).body;
      const early = { ...term, until: new Date(rooms.clock.now() + 2 * lasts).toISOString() };
      const other = (await mateo.post(path(), early)).body.id;
      expect((await mateo.delete(`${path()}/${other}`)).status).toBe(204);
      const ends = async (of: string) =>
        (await rooms.eventsOf(organisation)).filter(
          ({ name, payload }) => name === 'organisation.mandate-ended' && payload['mandateId'] === of,
        );
      rooms.clock.forward(lasts - 60_000);
      expect(await may(lin, 'sign')).toBe(true);
      expect(await ends(id)).toEqual([]);
      rooms.clock.forward(60_000);
      // The right follows the date, whether or not the job has run.
      expect(await may(lin, 'sign')).toBe(false);
      await until(async () => (await ends(id)).length > 0, 'the end of the mandate');
      expect(await ends(id)).toMatchObject([{ actor_id: null, payload: { personId: lin.personId } }]);
      const [mandate] = (await lin.get(path())).body.items.filter((each: { id: string }) => each.id === id);
      expect(mandate).toMatchObject({ state: 'over' });
      // A job that is done twice, or comes for one that was ended by hand, writes nothing.
      rooms.clock.forward(lasts);
      for (const each of [id, other]) await rooms.app.get(MandateTerms).runOut({ id: each });
      expect([(await ends(id)).length, (await ends(other)).length]).toEqual([1, 1]);
    });

    it('whoever holds another mandate of the kind is not said to act no more', async () => {
      const twice = { personId: lin.personId, kind: 'sign', alternate: false };
      const first = (await mateo.post(path(), twice)).body.id;
      const second = (await mateo.post(path(), twice)).body.id;
      const last = async () => (await emailsTo(rooms.database, `${mateo.personId}@people.example`)).at(-1)!;
      await mateo.delete(`${path()}/${first}`);
      expect(await may(lin, 'sign')).toBe(true);
      expect((await last()).subject).toContain('One mandate of');
      expect((await last()).text).toMatch(/Another one holds: .+ still signs for it/);
      await mateo.post(path(), { ...twice, alternate: true });
      await mateo.delete(`${path()}/${second}`);
      expect((await last()).subject).toContain('signs for Sea Bridge as an alternate only');
      const alternate = (await lin.get(path())).body.items.find(
        (each: { state: string; alternate: boolean }) => each.state === 'holds' && each.alternate,
      );
      await mateo.delete(`${path()}/${alternate.id}`);
      expect((await last()).subject).toContain('no longer signs for Sea Bridge');
    });

    it('is nobody else’s to give, holds for a possible time, and for people of the organisation', async () => {
      const wanted = { personId: lin.personId, kind: 'sign', alternate: false };
      expect((await lin.post(path(), wanted)).status).toBe(403);
      const stranger = await rooms.given.person();
      expect(codeOf(await mateo.post(path(), { ...wanted, personId: stranger }))).toBe(
        'mandate.not-of-organisation',
      );
      const backwards = { from: '2026-02-01T00:00:00Z', until: '2026-01-01T00:00:00Z' };
      expect(codeOf(await mateo.post(path(), { ...wanted, ...backwards }))).toBe('mandate.term-impossible');
      const later = { from: '2999-01-01T00:00:00Z' };
      expect((await mateo.post(path(), { ...wanted, ...later })).status).toBe(201);
      expect(await may(lin, 'sign')).toBe(false);
    });

    it('ends when it is ended, and when its holder no longer acts for the organisation', async () => {
      const alternate = await rooms.as(await rooms.given.person());
      await rooms.given.representative(alternate.personId, organisation, 'member');
      const given = { personId: alternate.personId, kind: 'sign', alternate: true };
      const { body } = await amara.post(path(), given);
      expect(await may(alternate, 'sign')).toBe(true);
      expect((await mateo.delete(`${path()}/${body.id}`)).status).toBe(204);
      expect(codeOf(await mateo.delete(`${path()}/${body.id}`))).toBe('mandate.not-found');
      expect(await may(alternate, 'sign')).toBe(false);
      await mateo.post(path(), { ...given, alternate: false });
      const emails = async () =>
        (await emailsTo(rooms.database, `${mateo.personId}@people.example`)).map(({ subject }) => subject);
      const ends = (subject: string) => subject.includes('no longer signs for Sea Bridge');
      const before = (await emails()).filter(ends).length;
      await mateo.delete(`organisations/${organisation}/people/${alternate.personId}`);
      // Told by e-mail as every end of one, whoever ended it.
      expect((await emails()).filter(ends)).toHaveLength(before + 1);
      await rooms.given.representative(alternate.personId, organisation, 'member');
      expect(await may(alternate, 'sign')).toBe(false);
    });
  });

  it('ORG-18 two records of one organisation become one, with people, mandates and the record', async () => {
    const { given } = rooms;
    const [gone, kept] = [await given.organisation({ name: 'Red Andina' }), await given.organisation()];
    const [both, one] = await given.people(2);
    await given.representative(both!, gone, 'focal_point');
    await given.representative(both!, kept, 'member');
    await given.representative(one!, gone, 'representative');
    await amara.post(`organisations/${gone}/mandates`, { personId: one, kind: 'vote', alternate: false });
    const merge = (visitor: Visitor, into: string, reason = 'the same') =>
      visitor.post(`organisations/${gone}/merge`, { into, reason });
    expect((await merge(mateo, kept)).status).toBe(403);
    expect(codeOf(await merge(amara, gone))).toBe('organisation.merge-impossible');
    expect(codeOf(await merge(amara, kept, ' '))).toBe('organisation.reason-needed');
    expect(codeOf(await merge(amara, newId()))).toBe('organisation.not-found');
    const answers = await Promise.all([
      merge(amara, kept),
      amara.post(`organisations/${kept}/merge`, { into: gone, reason: 'x' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const stays = answers[0].status === 204 ? kept : gone;
    const { body } = await amara.get(`organisations/${stays}`);
    expect(body.people).toMatchObject([
      { personId: both, role: 'focal_point' },
      { personId: one, role: 'representative' },
    ]);
    expect((await amara.get(`organisations/${stays}/mandates`)).body.items).toMatchObject([
      { personId: one },
    ]);
    const other = await amara.get(`organisations/${stays === kept ? gone : kept}`);
    expect(other.body).toMatchObject({ state: 'merged', mergedInto: stays, peopleCount: 0 });
    expect((await rooms.eventsOf(other.body.id)).map(({ name }) => name)).toContain('organisation.merged');
    const listed = (await amara.get('organisations?query=andina')).body.items;
    expect(listed.some((each: { id: string }) => each.id === other.body.id)).toBe(false);
  });

  it('a search is kept under a name, for its owner alone', async () => {
    const search = { region: 'europe', columns: 'name,state' };
    const saved = await lin.post('me/lists', { list: 'organisations', name: 'European', search });
    expect(saved.body).toMatchObject({ name: 'European', search });
    await lin.post('me/lists', { list: 'organisations', name: 'European', search: { region: 'asia' } });
    expect((await lin.get('me/lists')).body.items).toEqual([{ ...saved.body, search: { region: 'asia' } }]);
    expect((await mateo.get('me/lists')).body.items).toEqual([]);
    expect((await mateo.delete(`me/lists/${saved.body.id}`)).status).toBe(404);
    expect((await lin.post('me/lists', { list: 'people', name: 'x', search: { a: { b: 1 } } })).status).toBe(
      400,
    );
    expect((await lin.delete(`me/lists/${saved.body.id}`)).status).toBe(204);
  });

  it('a list that is kept under one name by several requests at once is kept once', async () => {
    const save = () => lin.post('me/lists', { list: 'people', name: 'Same', search: {} });
    const answers = await Promise.all(Array.from({ length: 8 }, save));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  it.each([
    '2024-W05',
    '2024-060',
    '2024-02-30',
    '0000-01-01',
    '2024-01-01T10:00',
    '2024-01-01T10:00:00+23:59',
  ])(
    'ORG-17 a mandate from %s, which the calendar of the database does not know, is refused',
    async (from) => {
      const wanted = { personId: lin.personId, kind: 'vote', alternate: true, from };
      const answer = await mateo.post(`organisations/${organisation}/mandates`, wanted);
      expect([answer.status, answer.body.error.params]).toEqual([400, { field: 'from' }]);
    },
  );

  it('ORG-17 those that hold stand first, however many are to come', async () => {
    await rooms.database.query(
      `INSERT INTO mandate (id, organisation_id, person_id, kind, alternate, from_at, given_by)
       SELECT gen_random_uuid(), $1, $2, 'vote', true, now() + make_interval(days => n), $3
         FROM generate_series(1, 205) AS n`,
      [organisation, lin.personId, mateo.personId],
    );
    const wanted = { personId: lin.personId, kind: 'sign', alternate: false };
    const { id } = (await mateo.post(`organisations/${organisation}/mandates`, wanted)).body;
    const { items } = (await lin.get(`organisations/${organisation}/mandates`)).body;
    expect(items.findIndex((each: { id: string }) => each.id === id)).toBeLessThan(5);
  });

  it('ORG-18 people of one that was suspended do not act again by a merge', async () => {
    const [bad, good] = [await rooms.given.organisation(), await rooms.given.organisation()];
    await amara.put(`organisations/${bad}/state`, { state: 'suspended', reason: 'x' });
    const merge = () => amara.post(`organisations/${bad}/merge`, { into: good, reason: 'one' });
    expect(codeOf(await merge())).toBe('organisation.merge-impossible');
    await amara.put(`organisations/${good}/state`, { state: 'suspended', reason: 'x' });
    expect((await merge()).status).toBe(204);
  });

  it('one state for many at once is all or none, and says what it changed', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => rooms.given.organisation()));
    const set = (visitor: Visitor, wanted: string[], state: string) =>
      visitor.put('organisations/states', { ids: wanted, state, reason: 'no answer' });
    expect((await set(mateo, ids, 'suspended')).status).toBe(403);
    expect((await set(amara, [...ids, newId()], 'suspended')).status).toBe(404);
    expect((await amara.get(`organisations/${ids[0]}`)).body.state).toBe('active');
    expect((await set(amara, ids.slice(0, 1), 'suspended')).body.changed).toEqual(ids.slice(0, 1));
    expect((await set(amara, ids, 'suspended')).body.changed.sort()).toEqual(ids.slice(1).sort());
    expect((await set(amara, ids, 'active')).body.changed).toHaveLength(3);
  });

  it('one role for many at once; the coalition keeps a coordinator', async () => {
    const personIds = await rooms.given.people(3);
    const set = (visitor: Visitor, role: string, ids: string[], give: boolean) =>
      visitor.put(`roles/${role}`, { personIds: ids, give });
    expect((await set(mateo, 'translator', personIds, true)).status).toBe(403);
    expect((await set(amara, 'translator', personIds, true)).body.changed).toEqual(personIds);
    expect((await set(amara, 'translator', personIds, true)).body.changed).toEqual([]);
    expect(codeOf(await set(amara, 'coordinator', [amara.personId], false))).toBe(
      'coalition.last-coordinator',
    );
    expect((await amara.get('membership')).body.coalitionRoles).toEqual(['coordinator']);
  });

  it('ORG-16 a role may ask for a second factor: then nothing but one’s own account is open without', async () => {
    const strict = await rooms.as(await rooms.given.person());
    await rooms.given.role(strict.personId, 'penholder');
    expect((await strict.get('organisations')).status).toBe(200);
    expect((await amara.patch('coalition', { secondFactorRoles: ['penholder'] })).status).toBe(200);
    const refused = await strict.get('organisations');
    expect([refused.status, codeOf(refused)]).toEqual([403, 'session.second-factor-needed']);
    expect((await strict.get('me')).body.session.needsSecondFactor).toBe(true);
    expect((await lin.get('organisations')).status).toBe(200);
    expect((await strict.post('me/authenticator', { password })).status).toBe(201);
    await amara.patch('coalition', { secondFactorRoles: [] });
    expect((await strict.get('organisations')).status).toBe(200);
  });

  it('ORG-19 the name behind a pseudonym is shown to coordinators and one’s own focal points', async () => {
    await lin.patch('me', { displayName: 'Swallow', fullName: 'Lin Mei' });
    const seenBy = async (visitor: Visitor) => (await visitor.get(`people/${lin.personId}`)).body;
    const other = await rooms.as(await rooms.given.person());
    const elsewhere = await rooms.given.organisation();
    await rooms.given.representative(other.personId, elsewhere, 'focal_point');
    expect(await seenBy(other)).toMatchObject({ name: 'Swallow', fullName: null });
    for (const visitor of [amara, mateo, lin]) {
      expect(await seenBy(visitor)).toMatchObject({ name: 'Swallow', fullName: 'Lin Mei' });
    }
    expect((await other.get('people?query=mei')).body.items).toEqual([]);
  });
});
