import type { DataSource } from 'typeorm';
import { countQueries, type HttpAnswer } from '@plenary/ground/testing';
import { startCoalition, type CoalitionUnderTest, type Visitor } from '@plenary/organisations/testing';

const many = 10_050;

/** People as they would stand after a large import; answers nothing, since lists are what reads them. */
const manyPeople = (database: DataSource) =>
  database.query(
    `WITH made AS (
       INSERT INTO person (id, email, display_name, sort_name, language, created_at)
       SELECT gen_random_uuid(), 'many-' || n || '@people.example', 'Many ' || n, 'many ' || lpad(n::text, 5, '0'), 'fr', now()
         FROM generate_series(1, ${many}) AS n
       RETURNING id)
     INSERT INTO coalition_role (person_id, role, created_at) SELECT id, 'observer', now() FROM made`,
  );

describe('lists of people', () => {
  let rooms: CoalitionUnderTest;
  let amara: Visitor;
  let mateo: Visitor;
  let zineb: Visitor;
  let open: string;
  let sealed: string;

  beforeAll(async () => {
    rooms = await startCoalition();
    const { given } = rooms;
    await given.coalition();
    const person = async (name: string) => rooms.as(await given.person(name));
    amara = await person('Amara Diop');
    mateo = await person('Mateo Quintero');
    zineb = await person('Zineb Amrani');
    await given.role(amara.personId, 'coordinator');
    await given.role(zineb.personId, 'translator');
    open = await given.organisation({ name: 'Open House', region: 'europe' });
    const asia = await given.organisation({ name: 'Asia House', region: 'asia' });
    sealed = await given.organisation({ name: 'Sealed House', listing: 'unlisted', region: 'pacific' });
    const asleep = await given.organisation({ name: 'Asleep', state: 'suspended', region: 'arab-states' });
    await given.representative(mateo.personId, open, 'focal_point');
    await given.representative(mateo.personId, asia, 'member');
    await given.representative(zineb.personId, sealed, 'representative');
    await given.representative(zineb.personId, asia, 'member');
    await given.representative(amara.personId, asleep, 'focal_point');
    await zineb.patch('me', { language: 'fr', languages: ['ar'] });
    await mateo.patch('me', { fullName: 'Mateo Restrepo', displayName: 'Swift' });
  });
  afterAll(() => rooms.close());

  const found = async (visitor: Visitor, query: string) => {
    const { status, body } = await visitor.get(`people?${query}`);
    expect(status).toBe(200);
    return body.items.map((each: { name: string }) => each.name);
  };

  it('are filtered by role in the coalition and for an organisation, region, constituency and language', async () => {
    expect(await found(mateo, 'role=translator')).toEqual(['Zineb Amrani']);
    expect(await found(mateo, 'actsAs=focal_point')).toEqual(['Swift']);
    expect(await found(mateo, 'role=focal_point')).toEqual(['Swift']);
    expect(await found(mateo, 'region=asia')).toEqual(['Swift', 'Zineb Amrani']);
    expect(await found(mateo, 'region=asia&role=translator')).toEqual(['Zineb Amrani']);
    expect(await found(mateo, 'constituency=migrant-led&region=europe')).toEqual(['Swift']);
    expect(await found(mateo, 'constituency=youth')).toEqual([]);
    expect(await found(mateo, 'language=ar')).toEqual(['Zineb Amrani']);
    expect(await found(mateo, 'language=fr')).toEqual(['Zineb Amrani']);
    expect(await found(mateo, 'language=fr&query=zin&region=asia&role=translator&actsAs=member')).toEqual([
      'Zineb Amrani',
    ]);
    // Regions are the coalition's own data (ORG-29): nobody is of one that it does not have.
    expect(await found(mateo, 'region=atlantis')).toEqual([]);
    for (const wrong of ['actsAs=king', `region=${'a'.repeat(41)}`, `language=${'a'.repeat(36)}`]) {
      expect((await mateo.get(`people?${wrong}`)).status).toBe(400);
    }
  });

  it('match one organisation that is all of what is asked, not several that are parts of it', async () => {
    expect(await found(mateo, 'actsAs=focal_point&region=europe')).toEqual(['Swift']);
    expect(await found(mateo, 'actsAs=focal_point&region=asia')).toEqual([]);
    expect(await found(mateo, `organisation=${open}&actsAs=member`)).toEqual([]);
  });

  it('ORG-1 match through active organisations, as the list shows them', async () => {
    expect(await found(amara, 'region=arab-states')).toEqual([]);
    expect(await found(mateo, 'actsAs=focal_point&query=amara')).toEqual([]);
  });

  it('ORG-3 no filter tells of an unlisted organisation, but to coordinators and its own people', async () => {
    const through = [
      'region=pacific',
      `organisation=${sealed}`,
      'actsAs=representative',
      'role=representative',
      'constituency=migrant-led&actsAs=representative',
      `organisation=${sealed}&region=pacific&actsAs=representative`,
    ];
    for (const query of through) {
      expect([query, await found(mateo, query)]).toEqual([query, []]);
      expect([query, await found(amara, query)]).toEqual([query, ['Zineb Amrani']]);
      expect([query, await found(zineb, query)]).toEqual([query, ['Zineb Amrani']]);
    }
    const shown = (await mateo.get('people?query=zineb')).body.items[0];
    expect(shown.organisations).toEqual([
      expect.objectContaining({ name: 'Asia House', region: 'asia', role: 'member' }),
    ]);
  });

  it('ORG-19 a search looks at shown names alone, whoever searches', async () => {
    for (const visitor of [amara, mateo, zineb]) {
      expect(await found(visitor, 'query=restrepo')).toEqual([]);
      expect(await found(visitor, 'query=swift')).toEqual(['Swift']);
    }
  });

  it('the state of organisations is filtered; who applies is seen by coordinators alone', async () => {
    await rooms.given.organisation({ name: 'Waiting', state: 'applied' });
    await rooms.given.organisation({ name: 'Turned away', state: 'refused', region: 'africa' });
    const names = async (visitor: Visitor, query: string) =>
      (await visitor.get(`organisations?${query}`)).body.items.map((each: { name: string }) => each.name);
    expect(await names(amara, 'state=applied')).toEqual(['Waiting']);
    expect(await names(amara, 'state=refused&region=africa')).toEqual(['Turned away']);
    expect(await names(amara, 'state=refused&region=asia')).toEqual([]);
    for (const state of ['applied', 'refused']) expect(await names(mateo, `state=${state}`)).toEqual([]);
    expect(await names(mateo, 'state=suspended')).toEqual(['Asleep']);
    expect(await names(mateo, 'state=active&region=asia&language=es&query=house')).toEqual(['Asia House']);
    expect(await names(mateo, 'state=active&region=asia&language=ar')).toEqual([]);
  });

  it(`ORG-5 ${many} people with one role are paged without a gap, with as many queries for each page`, async () => {
    await manyPeople(rooms.database);
    const queries = countQueries(rooms.database);
    const read = async (limit: number, cursor: string | null): Promise<HttpAnswer & { queries: number }> => {
      queries.reset();
      const answer = await zineb.get(`people?role=observer&language=fr&limit=${limit}&cursor=${cursor}`);
      return { ...answer, queries: queries.made() };
    };
    // What runs in the background is counted along, so that the fewest say it.
    const few = [await read(2, ''), await read(2, ''), await read(2, '')];
    const seen = new Set<string>();
    const counts: number[] = [];
    let cursor: string | null = '';
    do {
      const page: HttpAnswer & { queries: number } = await read(200, cursor);
      counts.push(page.queries);
      for (const { name } of page.body.items) seen.add(name);
      cursor = page.body.nextCursor;
    } while (cursor);
    queries.stop();
    expect(seen.size).toBe(many);
    expect(Math.min(...counts)).toBeLessThanOrEqual(Math.min(...few.map((page) => page.queries)));
  });
});
