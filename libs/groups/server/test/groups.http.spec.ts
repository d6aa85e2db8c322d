import { newId } from '@plenary/ground/kernel';
import { startGroups, type GroupsUnderTest } from '@plenary/groups/testing';

describe('working groups over HTTP', () => {
  let rooms: GroupsUnderTest;
  let lead: string;
  let member: string;
  let women: string;
  let media: string;

  beforeAll(async () => {
    rooms = await startGroups();
    const { given } = rooms;
    lead = await given.person('Rosa Elena Guamán');
    member = await given.person('Paola Montalvo');
    const organisation = await given.organisation({ name: 'Mujeres del Paso' });
    await given.representative(member, organisation, 'member');
    women = await given.group('Women in migration');
    media = await given.group('Media and culture');
    // In the group for none: by a role in the coalition.
    await given.role(lead, 'observer');
    await given.member(women, lead, 'lead');
    await given.member(women, member, 'member', organisation);
  });
  afterAll(() => rooms.close());

  it('lists groups with leads, counts and what I am in them', async () => {
    const paola = await rooms.as(member);
    const { body } = await paola.get('groups');
    expect(body.items).toMatchObject([
      { name: 'Media and culture', memberCount: 0, leads: [], myRole: null },
      {
        name: 'Women in migration',
        memberCount: 2,
        leads: [{ name: 'Rosa Elena Guamán' }],
        myRole: 'member',
      },
    ]);
  });

  it('lists the groups I am in', async () => {
    const names = async (personId: string) => {
      const { body } = await (await rooms.as(personId)).get('groups?mine=true');
      return body.items.map((each: { name: string }) => each.name);
    };
    expect(await names(lead)).toEqual(['Women in migration']);
    expect(await names(await rooms.given.person())).toEqual([]);
  });

  it('shows a group with its people, leads first, and for whom they are there', async () => {
    const { body } = await (await rooms.as(lead)).get(`groups/${women}`);
    expect(body.members).toMatchObject([
      { name: 'Rosa Elena Guamán', role: 'lead', organisation: null },
      { name: 'Paola Montalvo', role: 'member', organisation: { name: 'Mujeres del Paso' } },
    ]);
    expect(JSON.stringify(body)).not.toContain('@');
  });

  it('pages through the groups', async () => {
    const rosa = await rooms.as(lead);
    const first = (await rosa.get('groups?limit=1')).body;
    const second = (await rosa.get(`groups?limit=1&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items].map((each) => each.id)).toEqual([media, women]);
    expect(second.nextCursor).toBeNull();
  });

  it('says how many there are in all: of those asked for, on the first page', async () => {
    const rosa = await rooms.as(lead);
    const totalOf = async (query: string) => (await rosa.get(`groups?${query}`)).body.total;
    const { nextCursor } = (await rosa.get('groups?limit=1')).body;
    expect(await totalOf('limit=1')).toBe(2);
    expect(await totalOf('mine=true')).toBe(1);
    expect(await totalOf('archived=true')).toBe(0);
    expect(await totalOf(`limit=1&cursor=${nextCursor}`)).toBeNull();
  });

  it('answers unknown groups, wrong ids and strangers', async () => {
    const rosa = await rooms.as(lead);
    expect(await rosa.get(`groups/${newId()}`)).toMatchObject({
      status: 404,
      body: { error: { code: 'group.not-found' } },
    });
    expect(await rosa.get('groups/women')).toMatchObject({ status: 400 });
    expect(await rooms.nobody.get('groups')).toMatchObject({ status: 401 });
  });
});
