import { newId } from '@plenary/ground/kernel';
import { startCoalition, type CoalitionUnderTest, type Visitor } from '@plenary/organisations/testing';

describe('acts upon several, and back', () => {
  let rooms: CoalitionUnderTest;
  let amara: Visitor;
  let binta: Visitor;
  let mateo: Visitor;

  beforeAll(async () => {
    rooms = await startCoalition();
    await rooms.given.coalition();
    const [one, other, third] = await rooms.given.people(3);
    await rooms.given.role(one!, 'coordinator');
    await rooms.given.role(other!, 'coordinator');
    amara = await rooms.as(one!);
    binta = await rooms.as(other!);
    mateo = await rooms.as(third!);
  });
  afterAll(() => rooms.close());

  const codeOf = ({ body }: { body: { error?: { code: string } } }) => body.error?.code;
  const states = (ids: readonly string[], state: string, reason = 'no answer', by = amara) =>
    by.put('organisations/states', { ids, state, reason });
  const undo = (ids: readonly string[], by = amara) => by.post('organisations/states/undo', { ids });
  const stateOf = async (id: string) => (await amara.get(`organisations/${id}`)).body.state;
  const statesOf = (ids: readonly string[]) => Promise.all(ids.map(stateOf));

  it('ORG-21 what was in several states is in each of them again, even where no other way leads', async () => {
    const active = await rooms.given.organisation();
    const suspended = await rooms.given.organisation({ state: 'suspended' });
    const gone = await rooms.given.organisation({ state: 'left' });
    const ids = [active, suspended, gone];
    await rooms.given.representative(mateo.personId, active, 'member');
    const done = await states(ids, 'left');
    expect([done.status, [...done.body.changed].sort()]).toEqual([200, [active, suspended].sort()]);
    expect((await mateo.get('membership')).body.organisations).toEqual([]);

    expect(await undo(done.body.changed)).toMatchObject({
      status: 200,
      body: { changed: done.body.changed },
    });
    expect(await statesOf(ids)).toEqual(['active', 'suspended', 'left']);
    expect((await mateo.get('membership')).body.actingFor).toMatchObject({ id: active });
    const record: { name: string; payload: object; actor_id: string | null }[] =
      await rooms.eventsOf(suspended);
    expect(record).toMatchObject([
      { payload: { state: 'left', before: 'suspended', reason: 'no answer' }, actor_id: amara.personId },
      { payload: { state: 'suspended', before: 'left' }, actor_id: amara.personId },
    ]);
    expect(record[1]!.payload).toHaveProperty('takesBack');
    // Once.
    expect(codeOf(await undo(done.body.changed))).toBe('organisation.undo-impossible');
  });

  it('ORG-21 only by who did it, only while nothing came after, and then nothing of it', async () => {
    const ids = await Promise.all([1, 2].map(() => rooms.given.organisation()));
    const { changed } = (await states(ids, 'suspended')).body;
    expect(codeOf(await undo(changed, binta))).toBe('organisation.undo-impossible');
    expect(codeOf(await undo(changed, mateo))).toBe('coalition.forbidden');
    expect(codeOf(await undo([...changed, newId()]))).toBe('organisation.not-found');
    expect((await states([ids[1]!], 'left', 'gone', binta)).status).toBe(200);
    expect(codeOf(await undo(changed))).toBe('organisation.undo-impossible');
    expect(await statesOf(ids)).toEqual(['suspended', 'left']);
    expect((await undo([ids[0]!])).status).toBe(200);
    const untouched = await rooms.given.organisation({ state: 'suspended' });
    expect(codeOf(await undo([untouched]))).toBe('organisation.undo-impossible');
  });

  it('ORG-21 two who undo the same at once do it once', async () => {
    const id = await rooms.given.organisation();
    await states([id], 'left');
    const answers = await Promise.all([undo([id]), undo([id]), undo([id])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await stateOf(id)).toBe('active');
  });

  it('ORG-10 all or none, and never an application', async () => {
    const active = await rooms.given.organisation();
    const applied = await rooms.given.organisation({ state: 'applied' });
    const left = await rooms.given.organisation({ state: 'left' });
    expect(codeOf(await states([active, left], 'suspended'))).toBe('organisation.state-impossible');
    expect(codeOf(await states([left, applied], 'active'))).toBe('organisation.state-impossible');
    expect(codeOf(await states([active], 'suspended', ' '))).toBe('organisation.reason-needed');
    expect(await statesOf([active, applied, left])).toEqual(['active', 'applied', 'left']);
    for (const wrong of [[], [active, active], ['x'], Array.from({ length: 201 }, () => newId())]) {
      expect((await states(wrong, 'suspended')).status).toBe(400);
      expect((await undo(wrong)).status).toBe(400);
    }
  });

  it('ORG-8 roles are given to people and removed from those who got them; a coordinator stays', async () => {
    const [had, gets] = await rooms.given.people(2);
    await rooms.given.role(had!, 'observer');
    const roles = (role: string, personIds: readonly string[], give: boolean) =>
      amara.put(`roles/${role}`, { personIds, give });
    const { changed } = (await roles('observer', [had!, gets!], true)).body;
    expect(changed).toEqual([gets]);
    expect((await roles('observer', changed, false)).body.changed).toEqual([gets]);
    expect((await amara.get(`people/${had}`)).body.coalitionRoles).toEqual(['observer']);
    const coordinators = [amara.personId, binta.personId];
    expect(codeOf(await roles('coordinator', coordinators, false))).toBe('coalition.last-coordinator');
    expect((await binta.get('membership')).body.coalitionRoles).toEqual(['coordinator']);
  });

  it('who has left the coalition gets no role in it', async () => {
    const gone = await rooms.as(await rooms.given.person());
    expect((await gone.post('me/leaving', { password: 'resist-reclaim-realise' })).status).toBe(204);
    const answer = await amara.put('roles/observer', { personIds: [gone.personId], give: true });
    expect(codeOf(answer)).toBe('person.not-found');
  });
});
