import { Hold } from '@plenary/ground/testing';
import { startGroups, type GroupsUnderTest } from '@plenary/groups/testing';
import type { Visitor } from '@plenary/organisations/testing';

const errorOf = (answer: { body: { error?: { code: string; params: object } } }) => answer.body.error;

interface Theme {
  key?: string;
  names: Record<string, string>;
}

describe('GRP-7 themes of working groups', () => {
  let rooms: GroupsUnderTest;
  let amara: Visitor;
  let rosa: Visitor;
  let lin: Visitor;

  beforeAll(async () => {
    rooms = await startGroups();
    const { given } = rooms;
    await given.coalition();
    const [coordinator, lead, member] = await given.people(3);
    await given.role(coordinator!, 'coordinator');
    const organisation = await given.organisation();
    for (const each of [lead!, member!]) await given.representative(each, organisation, 'member');
    amara = await rooms.as(coordinator!);
    rosa = await rooms.as(lead!);
    lin = await rooms.as(member!);
  });
  afterAll(() => rooms.close());

  const themes = async (): Promise<Theme[]> => (await lin.get('coalition')).body.themes;
  /** Its key, once the coalition has it besides what it has. */
  const theme = async (names: Record<string, string>): Promise<string> => {
    const { body } = await amara.patch('coalition', { themes: [...(await themes()), { names }] });
    return body.themes.at(-1).key;
  };
  const without = async (...keys: string[]) =>
    amara.patch('coalition', { themes: (await themes()).filter(({ key }) => !keys.includes(key!)) });
  const group = async (name: string, more: object = {}): Promise<string> => {
    const { body } = await amara.post('groups', { name, description: '', access: 'open', ...more });
    await amara.put(`groups/${body.id}/members/${rosa.personId}`, { role: 'lead' });
    return body.id;
  };
  const themeOf = async (id: string) => (await lin.get(`groups/${id}`)).body.theme;

  it('are none at first, and then what coordinators name, rename and put in order', async () => {
    expect(await themes()).toEqual([]);
    const wanted = [{ names: { en: 'Borders', es: 'Fronteras' } }, { names: { en: 'Work' } }];
    expect((await rosa.patch('coalition', { themes: wanted })).status).toBe(403);
    expect(await themes()).toEqual([]);
    const { body } = await amara.patch('coalition', { themes: wanted });
    expect(body.themes).toMatchObject(wanted);
    const [borders, work] = body.themes as [Theme, Theme];
    const renamed = { ...borders, names: { en: 'Borders and walls' } };
    expect((await amara.patch('coalition', { themes: [work, renamed] })).status).toBe(200);
    expect(await themes()).toEqual([work, renamed]);
    const double = await amara.patch('coalition', { themes: [work, renamed, { names: { en: 'WORK' } }] });
    expect(errorOf(double)?.code).toBe('coalition.term-double');
    const { id } = (await lin.get('coalition')).body;
    expect((await rooms.eventsOf(id)).at(-1)).toMatchObject({
      ...{ name: 'coalition.changed', payload: { fields: ['themes'] } },
    });
  });

  it('a group has one of them or none: said when it is made, changed by its leads', async () => {
    const [sea, air] = [await theme({ en: 'Sea' }), await theme({ en: 'Air' })];
    const id = await group('At sea', { theme: sea });
    expect(await themeOf(id)).toBe(sea);
    expect(await themeOf(await group('Of nothing'))).toBeNull();
    expect((await lin.patch(`groups/${id}`, { theme: air })).status).toBe(403);
    expect((await rosa.patch(`groups/${id}`, { theme: air })).status).toBe(204);
    expect(await themeOf(id)).toBe(air);
    expect((await rooms.eventsOf(id)).at(-1)).toMatchObject({
      ...{ name: 'group.changed', payload: { fields: ['theme'] } },
    });
    // What is not said stays.
    expect((await rosa.patch(`groups/${id}`, { description: 'On ferries.' })).status).toBe(204);
    expect(await themeOf(id)).toBe(air);
    const { items } = (await lin.get('groups')).body;
    expect(items.find((each: { id: string }) => each.id === id)).toMatchObject({ theme: air });
    expect((await rosa.patch(`groups/${id}`, { theme: null })).status).toBe(204);
    expect(await themeOf(id)).toBeNull();
  });

  it('one that the coalition does not have is none of a group', async () => {
    const id = await group('Of the known');
    const made = { name: 'Of the unknown', description: '', access: 'open', theme: 'women-in-migration' };
    for (const refused of [
      await amara.post('groups', made),
      await rosa.patch(`groups/${id}`, { theme: 'women-in-migration' }),
      // A region is no theme.
      await rosa.patch(`groups/${id}`, { theme: 'africa' }),
    ]) {
      expect([refused.status, errorOf(refused)?.code]).toEqual([422, 'group.theme-unknown']);
    }
    expect(await themeOf(id)).toBeNull();
    for (const wrong of [7, ['a'], 'a'.repeat(41)]) {
      expect((await rosa.patch(`groups/${id}`, { theme: wrong })).status).toBe(400);
    }
  });

  it('one that groups have, also archived ones, is not removed', async () => {
    const [land, rail] = [await theme({ en: 'Land', es: 'Tierra' }), await theme({ en: 'Rail' })];
    const [first, second] = [await group('On land', { theme: land }), await group('Ashore', { theme: land })];
    await rosa.patch(`groups/${second}`, { archived: true });
    const refused = await without(land, rail);
    expect(refused.status).toBe(409);
    expect(errorOf(refused)).toMatchObject({ code: 'group.theme-used', params: { name: 'Land', count: 2 } });
    expect((await themes()).map(({ key }) => key)).toEqual(expect.arrayContaining([land, rail]));
    expect((await without(rail)).status).toBe(200);
    await rosa.patch(`groups/${first}`, { theme: null });
    expect(errorOf(await without(land))).toMatchObject({ params: { count: 1 } });
    await rosa.patch(`groups/${second}`, { theme: null });
    expect((await without(land)).status).toBe(200);
    expect((await themes()).map(({ key }) => key)).not.toContain(land);
  });

  it('one that a group is about to have is not removed either', async () => {
    const snow = await theme({ en: 'Snow' });
    const id = await group('In the snow');
    const held = await Hold.of(rooms.database, 'LOCK TABLE working_group IN SHARE MODE');
    const given = rosa.patch(`groups/${id}`, { theme: snow });
    await held.waiting(1);
    const removed = without(snow);
    await held.waiting(2);
    await held.release();
    expect((await given).status).toBe(204);
    expect(errorOf(await removed)?.code).toBe('group.theme-used');
  });
});
