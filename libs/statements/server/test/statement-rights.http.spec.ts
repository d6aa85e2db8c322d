import { newId, rights, type Right } from '@plenary/ground/kernel';
import type { CoalitionRole } from '@plenary/organisations/domain';
import type { Visitor } from '@plenary/organisations/testing';
import { Hold } from '@plenary/ground/testing';
import { statementLimits } from '@plenary/statements/domain';
import { startStatements, type StatementsUnderTest } from '@plenary/statements/testing';

describe('rights on statements over HTTP', () => {
  let rooms: StatementsUnderTest;
  let coordinator: Visitor;
  let group: string;
  let organisation: string;
  const visitors = new Map<string, Visitor>();

  beforeAll(async () => {
    rooms = await startStatements();
    const { given } = rooms;
    await given.coalition();
    group = await given.group();
    organisation = await given.organisation({ name: 'Sea Bridge' });
    const suspended = await given.organisation({ state: 'suspended' });
    const add = async (name: string, make: (id: string) => Promise<void>) => {
      const id = await given.person(name);
      await make(id);
      visitors.set(name, await rooms.as(id));
    };
    for (const role of ['coordinator', 'penholder', 'facilitator', 'translator', 'observer'] as const) {
      await add(role, (id) => given.role(id, role satisfies CoalitionRole));
    }
    await add('delegate', (id) => given.representative(id, organisation));
    await add('of a suspended organisation', (id) => given.representative(id, suspended));
    await add('lead', (id) => given.member(group, id, 'lead'));
    await add('member', (id) => given.member(group, id, 'member'));
    await add('former member', (id) => given.member(group, id, 'member', suspended));
    await add('nobody in particular', () => Promise.resolve());
    coordinator = visitors.get('coordinator')!;
  });
  afterAll(() => rooms.close());

  /** What each visitor is told of their right, and what they can in truth do. */
  async function table(id: string): Promise<Record<string, string>> {
    const found: Record<string, string> = {};
    for (const [name, visitor] of visitors) {
      const seen = await visitor.get(`statements/${id}`);
      const listed = (await visitor.get('statements?limit=200')).body.items.some(
        (each: { id: string }) => each.id === id,
      );
      const told: Right = seen.status === 200 ? seen.body.right : 'none';
      const able = {
        read: (await visitor.get(`statements/${id}/text`)).status === 200,
        explain: (await visitor.get(`statements/${id}/rights`)).status === 200,
        rename: (await visitor.patch(`statements/${id}`, { title: 'A name' })).status === 200,
      };
      // What is told, what is listed and what is possible must say the same.
      const reads = told !== 'none';
      expect({ name, listed, ...able }).toEqual({
        name,
        listed: reads,
        read: reads,
        explain: reads,
        rename: told === 'manage',
      });
      found[name] = told;
    }
    return found;
  }

  it('STM-2 STM-3 who may do what with a coalition statement', async () => {
    expect(await table(await rooms.given.statement())).toEqual({
      coordinator: 'manage',
      penholder: 'edit',
      facilitator: 'comment',
      translator: 'comment',
      observer: 'read',
      delegate: 'comment',
      'of a suspended organisation': 'none',
      // In a group is who acts for an organisation (GRP-1), which alone lets them comment here.
      lead: 'comment',
      member: 'comment',
      'former member': 'none',
      'nobody in particular': 'none',
    });
  });

  it('STM-2 STM-4 who may do what with a group’s statement', async () => {
    expect(await table(await rooms.given.statement({ groupId: group }))).toEqual({
      coordinator: 'manage',
      penholder: 'read',
      facilitator: 'read',
      translator: 'read',
      observer: 'none',
      delegate: 'none',
      'of a suspended organisation': 'none',
      lead: 'manage',
      member: 'edit',
      'former member': 'none',
      'nobody in particular': 'none',
    });
  });

  it.each([
    ['everyone', (): string | undefined => undefined, ['delegate', 'lead', 'member']],
    ['role', (): string => 'observer', ['observer']],
    ['group', (): string => group, ['lead', 'member']],
    ['organisation', (): string => organisation, ['delegate']],
    ['person', (): string => visitors.get('nobody in particular')!.personId, ['nobody in particular']],
  ] as const)(
    'STM-5 a grant to %s reaches whom it names, in answers and in lists',
    async (kind, id, reached) => {
      const owner = await rooms.given.group();
      const statement = await rooms.given.statement({ groupId: owner });
      const before = await table(statement);
      const asked = { subjectKind: kind, subjectId: id(), right: 'edit' };
      expect(await coordinator.put(`statements/${statement}/grants`, asked)).toMatchObject({ status: 200 });
      const after = await table(statement);
      const changed = [...visitors.keys()].filter((name) => after[name] !== before[name]);
      expect(changed).toEqual(reached);
      expect(changed.map((name) => after[name])).toEqual(reached.map(() => 'edit'));
    },
  );

  it('STM-9 explains who can do what and why, with names', async () => {
    const statement = await rooms.given.statement();
    await coordinator.put(`statements/${statement}/grants`, {
      subjectKind: 'organisation',
      subjectId: organisation,
      right: 'edit',
    });
    const { body } = await visitors.get('observer')!.get(`statements/${statement}/rights`);
    expect(body.nextCursor).toBeNull();
    expect(body.items).toContainEqual({
      subject: { kind: 'organisation', id: organisation, name: 'Sea Bridge' },
      right: 'edit',
      reasons: [
        {
          basis: 'grant',
          right: 'edit',
          grant: { id: expect.any(String), byName: 'coordinator', at: expect.any(String) },
        },
      ],
    });
    expect(body.items).toContainEqual({
      subject: { kind: 'everyone', id: null, name: null },
      right: 'comment',
      reasons: [{ basis: 'everyone', right: 'comment', grant: null }],
    });
    const order = body.items.map((each: { right: Right }) => rights.indexOf(each.right));
    expect(order).toEqual([...order].sort((a, b) => b - a));
  });

  it('ORG-3 says nothing of an organisation that the reader does not find; who manages sees that there is one', async () => {
    const hidden = await rooms.given.organisation({ name: 'Quiet Cove', listing: 'unlisted' });
    const id = await rooms.given.statement();
    const manager = await rooms.as(await rooms.given.person());
    const grants = `statements/${id}/grants`;
    await coordinator.put(grants, { subjectKind: 'organisation', subjectId: hidden, right: 'edit' });
    await coordinator.put(grants, { subjectKind: 'person', subjectId: manager.personId, right: 'manage' });
    const linesOf = async (visitor: Visitor) => {
      const { body } = await visitor.get(`statements/${id}/rights`);
      expect(JSON.stringify(body)).not.toMatch(
        visitor === coordinator ? /no such/ : new RegExp(`${hidden}|Quiet`),
      );
      return body.items.filter((line: { subject: { kind: string } }) => line.subject.kind === 'organisation');
    };
    expect(await linesOf(visitors.get('delegate')!)).toEqual([]);
    expect(await linesOf(coordinator)).toMatchObject([{ subject: { id: hidden, name: 'Quiet Cove' } }]);
    const [line] = await linesOf(manager);
    expect(line).toMatchObject({ subject: { id: null, name: null }, right: 'edit' });
    expect((await manager.delete(`${grants}/${line.reasons[0].grant.id}`)).status).toBe(204);
    expect(await linesOf(coordinator)).toEqual([]);
  });

  it('changes, withdraws and writes down grants', async () => {
    const statement = await rooms.given.statement();
    const put = (right: string) =>
      coordinator.put(`statements/${statement}/grants`, {
        subjectKind: 'role',
        subjectId: 'observer',
        right,
      });
    const first = await put('comment');
    expect((await put('edit')).body).toEqual(first.body);
    expect((await put('edit')).body).toEqual(first.body);
    const grant = `statements/${statement}/grants/${first.body.grantId}`;
    expect(await coordinator.delete(grant)).toMatchObject({ status: 204 });
    expect(await coordinator.delete(grant)).toMatchObject({ status: 404 });
    const events = (await rooms.eventsOf(statement)).slice(1);
    expect(events.map(({ name, payload }) => [name, payload.right, payload.before])).toEqual([
      ['statement.right-granted', 'comment', null],
      ['statement.right-granted', 'edit', 'comment'],
      ['statement.right-withdrawn', 'edit', undefined],
    ]);
    expect((await visitors.get('observer')!.get(`statements/${statement}`)).body.right).toBe('read');
  });

  it.each([
    ['a role that is none', { subjectKind: 'role', subjectId: 'king' }],
    ['a person nobody knows', { subjectKind: 'person', subjectId: newId() }],
    ['a group nobody knows', { subjectKind: 'group', subjectId: newId() }],
    ['an organisation nobody knows', { subjectKind: 'organisation', subjectId: newId() }],
    ['an id that is none', { subjectKind: 'person', subjectId: 'amara' }],
    ['everyone, by name', { subjectKind: 'everyone', subjectId: 'all' }],
  ])('refuses a grant to %s', async (_, subject) => {
    const statement = await rooms.given.statement();
    expect(
      await coordinator.put(`statements/${statement}/grants`, { ...subject, right: 'read' }),
    ).toMatchObject({ status: 400, body: { error: { code: 'statement.subject-unknown' } } });
  });

  it.each([
    ['no right', { subjectKind: 'everyone', right: 'none' }],
    ['a right that is none', { subjectKind: 'everyone', right: 'own' }],
    ['a field too many', { subjectKind: 'everyone', right: 'read', grantedBy: newId() }],
  ])('refuses a grant of %s', async (_, asked) => {
    const statement = await rooms.given.statement();
    expect(await coordinator.put(`statements/${statement}/grants`, asked)).toMatchObject({
      status: 400,
      body: { error: { code: 'request.invalid' } },
    });
  });

  it('only managers give rights, and a grant of another statement is not withdrawn through this one', async () => {
    const [mine, other] = [await rooms.given.statement(), await rooms.given.statement()];
    const asked = { subjectKind: 'everyone', right: 'edit' };
    for (const name of ['penholder', 'delegate', 'observer']) {
      expect(await visitors.get(name)!.put(`statements/${mine}/grants`, asked)).toMatchObject({
        status: 403,
        body: { error: { code: 'statement.forbidden' } },
      });
    }
    const { body } = await coordinator.put(`statements/${other}/grants`, asked);
    expect(await coordinator.delete(`statements/${mine}/grants/${body.grantId}`)).toMatchObject({
      status: 404,
      body: { error: { code: 'statement.grant-not-found' } },
    });
  });

  it('who may write in it withdraws nobody’s right', async () => {
    const id = await rooms.given.statement();
    const { body } = await coordinator.put(`statements/${id}/grants`, {
      subjectKind: 'everyone',
      right: 'edit',
    });
    for (const name of ['penholder', 'delegate']) {
      expect(await visitors.get(name)!.delete(`statements/${id}/grants/${body.grantId}`)).toMatchObject({
        status: 403,
        body: { error: { code: 'statement.forbidden' } },
      });
    }
    expect((await visitors.get('delegate')!.get(`statements/${id}`)).body.right).toBe('edit');
  });

  it('whoever changes a right is told as the one who gave it', async () => {
    const id = await rooms.given.statement();
    const manager = await rooms.as(await rooms.given.person('Second Giver'));
    const person = { subjectKind: 'person', subjectId: manager.personId };
    await coordinator.put(`statements/${id}/grants`, { ...person, right: 'manage' });
    const observers = { subjectKind: 'role', subjectId: 'observer' };
    await coordinator.put(`statements/${id}/grants`, { ...observers, right: 'comment' });
    await manager.put(`statements/${id}/grants`, { ...observers, right: 'edit' });
    const { items } = (await coordinator.get(`statements/${id}/rights`)).body;
    const line = items.find((each: { subject: { id: string } }) => each.subject.id === 'observer');
    const given = line.reasons.filter((each: { basis: string }) => each.basis === 'grant');
    expect(given).toMatchObject([{ right: 'edit', grant: { byName: 'Second Giver' } }]);
  });

  it('so many rights are given on one statement and no more; those that there are are still changed', async () => {
    const most = statementLimits.grants;
    const grants = Array.from({ length: most }, () => ({
      ...{ subjectKind: 'person' as const, subjectId: newId(), right: 'read' as const },
    }));
    const last = await rooms.given.person();
    const id = await rooms.given.statement({ grants: grants.slice(1) });
    const put = (subjectId: string, right: string) =>
      coordinator.put(`statements/${id}/grants`, { subjectKind: 'person', subjectId, right });
    expect((await put(last, 'read')).status).toBe(200);
    expect(await put(await rooms.given.person(), 'read')).toMatchObject({
      body: { error: { code: 'statement.too-many-grants', params: { maximum: most } } },
    });
    expect((await put(last, 'edit')).status).toBe(200);
  });

  it('STM-8 without a coordinator a group’s lead manages its statements; where nobody leads, the last grant stays', async () => {
    const lonely = await startStatements();
    try {
      await lonely.given.coalition();
      const groupId = await lonely.given.group();
      const [lead, other] = [await lonely.given.person(), await lonely.given.person()];
      const grants = [{ subjectKind: 'person' as const, subjectId: other, right: 'manage' as const }];
      const id = await lonely.given.statement({ groupId, grants });
      const manager = await lonely.as(other);
      const { items } = (await manager.get(`statements/${id}/rights`)).body;
      const grantId = items.find((each: { subject: { id: string } }) => each.subject.id === other).reasons[0]
        .grant.id as string;
      expect(await manager.delete(`statements/${id}/grants/${grantId}`)).toMatchObject({
        ...{ status: 409, body: { error: { code: 'statement.last-manager' } } },
      });
      await lonely.given.member(groupId, lead, 'lead');
      expect((await manager.delete(`statements/${id}/grants/${grantId}`)).status).toBe(204);
    } finally {
      await lonely.close();
    }
  });

  it('STM-8 two who manage it alone do not both lose it at once', async () => {
    const lonely = await startStatements();
    try {
      await lonely.given.coalition();
      const people = [await lonely.given.person(), await lonely.given.person()];
      const id = await lonely.given.statement({
        grants: people.map((subjectId) => ({ subjectKind: 'person', subjectId, right: 'manage' })),
      });
      const managers = await Promise.all(people.map(lonely.as));
      const { items } = (await managers[0]!.get(`statements/${id}/rights`)).body;
      const grantOf = (person: string): string =>
        items.find((each: { subject: { id: string } }) => each.subject.id === person).reasons[0].grant.id;
      const row = await Hold.of(lonely.database, 'SELECT 1 FROM statement WHERE id = $1 FOR UPDATE', [id]);
      const leaving = people.map((person, at) =>
        managers[at]!.delete(`statements/${id}/grants/${grantOf(person)}`),
      );
      await row.waiting(2);
      await row.release();
      const statuses = (await Promise.all(leaving)).map(({ status }) => status);
      expect(statuses.sort()).toEqual([204, 409]);
    } finally {
      await lonely.close();
    }
  });

  it('STM-8 the last grant of manage stays when there is no coordinator', async () => {
    const lonely = await startStatements();
    try {
      await lonely.given.coalition();
      const id = await lonely.given.person();
      const statement = await lonely.given.statement({
        grants: [{ subjectKind: 'person', subjectId: id, right: 'manage' }],
      });
      const manager = await lonely.as(id);
      const { body } = await manager.get(`statements/${statement}/rights`);
      const grantId = body.items.find((each: { subject: { id: string } }) => each.subject.id === id)
        .reasons[0].grant.id as string;
      const refused = { status: 409, body: { error: { code: 'statement.last-manager' } } };
      expect(await manager.delete(`statements/${statement}/grants/${grantId}`)).toMatchObject(refused);
      const lower = { subjectKind: 'person', subjectId: id, right: 'read' };
      expect(await manager.put(`statements/${statement}/grants`, lower)).toMatchObject(refused);
      await lonely.given.role(await lonely.given.person(), 'coordinator');
      expect(await manager.delete(`statements/${statement}/grants/${grantId}`)).toMatchObject({
        status: 204,
      });
    } finally {
      await lonely.close();
    }
  });
});
