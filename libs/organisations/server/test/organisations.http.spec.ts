import { newId } from '@plenary/ground/kernel';
import { newsNotices, newsRequests, type NewsMessage } from '@plenary/ground/realtime/protocol';
import { heard, openSocket, type HttpAnswer } from '@plenary/ground/testing';
import { startCoalition, type CoalitionUnderTest } from '@plenary/organisations/testing';

describe('organisations and people over HTTP', () => {
  let rooms: CoalitionUnderTest;
  let coordinator: string;
  let delegate: string;
  let insider: string;
  let sealed: string;

  beforeAll(async () => {
    rooms = await startCoalition();
    const { given } = rooms;
    await given.coalition('Test coalition');
    coordinator = await given.person('Amara Diop');
    delegate = await given.person('Mateo Quintero');
    insider = await given.person('Zineb Amrani');
    await given.role(coordinator, 'coordinator');
    const open = await given.organisation({ name: 'Énergie & Exil', region: 'europe' });
    sealed = await given.organisation({ name: 'Sealed House', listing: 'unlisted' });
    await given.representative(delegate, open, 'focal_point');
    await given.representative(insider, sealed, 'member');
    for (let i = 0; i < 7; i++) await given.organisation();
  });
  afterAll(() => rooms.close());

  it('answers nobody who is not signed in', async () => {
    for (const path of ['coalition', 'membership', 'organisations', 'people', `people/${delegate}`]) {
      expect(await rooms.nobody.get(path)).toMatchObject({ status: 401 });
    }
  });

  it('says what the coalition is, and what I am in it', async () => {
    const mateo = await rooms.as(delegate);
    expect(await mateo.get('coalition')).toMatchObject({
      status: 200,
      body: { name: 'Test coalition', isDemo: true, languages: ['en', 'es'] },
    });
    expect(await mateo.get('membership')).toMatchObject({
      body: {
        organisations: [{ name: 'Énergie & Exil', role: 'focal_point' }],
        actingFor: { name: 'Énergie & Exil' },
        coalitionRoles: [],
      },
    });
  });

  it('ORG-5 pages through all organisations by name, each once', async () => {
    const amara = await rooms.as(coordinator);
    const names: string[] = [];
    let cursor: string | null = '';
    do {
      const { status, body }: HttpAnswer = await amara.get(`organisations?limit=4&cursor=${cursor}`);
      expect(status).toBe(200);
      expect(body.items.length).toBeLessThanOrEqual(4);
      names.push(...body.items.map((each: { name: string }) => each.name));
      cursor = body.nextCursor;
    } while (cursor);
    expect(names).toHaveLength(9);
    expect(names[0]).toBe('Énergie & Exil');
    expect(new Set(names).size).toBe(9);
  });

  it('ORG-5 finds by name without accents and by region, and takes signs of patterns as e-mails', async () => {
    const mateo = await rooms.as(delegate);
    const found = async (query: string) => {
      const { body } = await mateo.get(`organisations?${query}`);
      return body.items.map((each: { name: string }) => each.name);
    };
    expect(await found('query=ENERGIE')).toEqual(['Énergie & Exil']);
    expect(await found('region=europe')).toEqual(['Énergie & Exil']);
    expect(await found('query=%25')).toEqual([]);
    expect(await found('query=_')).toEqual([]);
  });

  it('ORG-3 an unlisted organisation exists for coordinators and its own people only', async () => {
    const [amara, mateo, zineb] = await Promise.all([coordinator, delegate, insider].map(rooms.as));
    const unknown = await mateo!.get(`organisations/${newId()}`);
    const hidden = await mateo!.get(`organisations/${sealed}`);
    expect(unknown.status).toBe(404);
    expect(hidden).toMatchObject({ status: 404, body: { error: { code: unknown.body.error.code } } });
    expect((await mateo!.get('organisations?query=sealed')).body.items).toEqual([]);
    expect((await mateo!.get(`people?organisation=${sealed}`)).body.items).toEqual([]);
    expect((await mateo!.get(`people/${insider}`)).body.organisations).toEqual([]);
    for (const visitor of [amara!, zineb!]) {
      expect((await visitor.get(`organisations/${sealed}`)).body).toMatchObject({
        name: 'Sealed House',
        peopleCount: 1,
        people: [{ name: 'Zineb Amrani', role: 'member' }],
      });
      expect((await visitor.get(`people/${insider}`)).body.organisations).toHaveLength(1);
    }
  });

  it('ORG-4 shows people without their addresses', async () => {
    const mateo = await rooms.as(delegate);
    const answers = [await mateo.get('people'), await mateo.get(`people/${coordinator}`)];
    expect(JSON.stringify(answers)).not.toContain('@');
    expect(answers[1]!.body).toMatchObject({ name: 'Amara Diop', coalitionRoles: ['coordinator'] });
  });

  it('finds people by name, role and organisation', async () => {
    const mateo = await rooms.as(delegate);
    const found = async (query: string) => {
      const { body } = await mateo.get(`people?${query}`);
      return body.items.map((each: { name: string }) => each.name);
    };
    expect(await found('query=diop')).toEqual(['Amara Diop']);
    expect(await found('role=coordinator')).toEqual(['Amara Diop']);
    expect(await found('role=focal_point')).toEqual(['Mateo Quintero']);
    expect(await found(`limit=2`)).toEqual(['Amara Diop', 'Mateo Quintero']);
  });

  it('refuses what is not in the shape of a request', async () => {
    const mateo = await rooms.as(delegate);
    const wrong = [
      'limit=0',
      'limit=201',
      'cursor=abc',
      `region=${'a'.repeat(101)}`,
      `region=${'a'.repeat(101)}`,
      'colour=red',
      `query=${'a'.repeat(101)}`,
    ];
    for (const query of wrong) {
      expect(await mateo.get(`organisations?${query}`)).toMatchObject({
        status: 400,
        body: { error: { code: 'request.invalid' } },
      });
    }
    const tampered = Buffer.from(JSON.stringify({ sortName: 'a', id: "'; --" })).toString('base64url');
    expect(await mateo.get(`organisations?cursor=${tampered}`)).toMatchObject({ status: 400 });
  });

  describe('ORG-3 of what happens to an unlisted organisation', () => {
    const heardBy = async (personId: string, act: () => Promise<unknown>) => {
      const person = await rooms.as(personId);
      const { body } = await person.post('me/tokens', {
        ...{ name: 't', scope: 'read', expiresInDays: 1, password: 'resist-reclaim-realise' },
      });
      const socket = await openSocket(rooms.url, { auth: { token: body.token } });
      const names: string[] = [];
      socket.on(newsNotices.news, ({ name }: NewsMessage) => names.push(name));
      await socket.emitWithAck(newsRequests.follow, { subjects: [{ kind: 'organisation' }] });
      const last = new Promise((done) =>
        socket.on(newsNotices.news, ({ name }: NewsMessage) => name === 'coalition.changed' && done(null)),
      );
      const cut = heard(socket, 'disconnect', 20_000);
      await act();
      // Something that everybody hears comes after it, unless the socket has to come again before.
      await (await rooms.as(coordinator)).patch('coalition', { name: `Coalition ${newId()}` });
      await Promise.race([last, cut]);
      socket.close();
      return names;
    };
    const name = 'organisation.state-changed';
    const change = (id: string, state: string) => async () =>
      (await rooms.as(coordinator)).put(`organisations/${id}/state`, { state, reason: 'x' });

    it('nobody else hears, and its people and coordinators do', async () => {
      const stranger = await rooms.given.person();
      expect(await heardBy(stranger, change(sealed, 'suspended'))).not.toContain(name);
      expect(await heardBy(coordinator, change(sealed, 'active'))).toContain(name);
      // Before their sockets come again, as who they are now.
      expect(await heardBy(insider, change(sealed, 'suspended'))).toContain(name);
      await change(sealed, 'active')();
      const listed = await rooms.given.organisation();
      expect(await heardBy(stranger, change(listed, 'suspended'))).toContain(name);
    });

    it('nobody else learns that a listed one went there', async () => {
      const amara = await rooms.as(coordinator);
      const listed = await rooms.given.organisation();
      await amara.post(`organisations/${listed}/merge`, { into: sealed, reason: 'x' });
      const into = async (personId: string) =>
        (await (await rooms.as(personId)).get(`organisations/${listed}`)).body.mergedInto;
      expect([await into(delegate), await into(insider), await into(coordinator)]).toEqual([
        null,
        sealed,
        sealed,
      ]);
    });
  });
});
