import type { RecordedEvent } from '@plenary/ground/kernel';
import { Hold, emailsTo } from '@plenary/ground/testing';
import { startGroups, type GroupsUnderTest } from '@plenary/groups/testing';
import type { Visitor } from '@plenary/organisations/testing';
import { GroupRecords } from '../group-records.js';

const codeOf = (answer: { body: { error?: { code: string } } }) => answer.body.error?.code;

describe('managing working groups', () => {
  let rooms: GroupsUnderTest;
  let amara: Visitor;
  let rosa: Visitor;
  let lin: Visitor;
  let stranger: Visitor;
  let organisation: string;

  beforeAll(async () => {
    rooms = await startGroups();
    const { given } = rooms;
    const [coordinator, lead, member, none] = await given.people(4);
    await given.role(coordinator!, 'coordinator');
    organisation = await given.organisation();
    await given.representative(lead!, organisation, 'member');
    await given.representative(member!, organisation, 'member');
    [amara, rosa, lin, stranger] = [
      await rooms.as(coordinator!),
      await rooms.as(lead!),
      await rooms.as(member!),
      await rooms.as(none!),
    ];
  });
  afterAll(() => rooms.close());

  const make = async (name: string, access: 'open' | 'closed') => {
    const { body } = await amara.post('groups', { name, description: 'What it does.', access });
    await amara.put(`groups/${body.id}/members/${rosa.personId}`, { role: 'lead' });
    return body.id as string;
  };

  it('is made by coordinators, under a name that no other has', async () => {
    const wanted = { name: 'Detention', description: '', access: 'open' };
    expect((await rosa.post('groups', wanted)).status).toBe(403);
    expect((await amara.post('groups', wanted)).status).toBe(201);
    expect(codeOf(await amara.post('groups', wanted))).toBe('group.name-taken');
    expect(codeOf(await amara.post('groups', { ...wanted, name: ' ' }))).toBe('group.name-empty');
  });

  it('GRP-4 an open one is joined and left by whoever acts for an organisation', async () => {
    const id = await make('Borders', 'open');
    expect((await lin.get(`groups/${id}`)).body.may).toEqual({ lead: false, join: true });
    expect((await lin.put(`groups/${id}/membership`, { note: '' })).body).toEqual({ done: 'joined' });
    expect((await lin.get(`groups/${id}`)).body).toMatchObject({ myRole: 'member', may: { join: false } });
    expect(codeOf(await stranger.put(`groups/${id}/membership`, { note: '' }))).toBe('group.no-organisation');
    expect((await lin.delete(`groups/${id}/membership`)).status).toBe(204);
    expect(codeOf(await lin.delete(`groups/${id}/membership`))).toBe('group.member-not-found');
  });

  it('GRP-4 of a closed one the leads are asked, by e-mail, and they answer', async () => {
    const id = await make('Security', 'closed');
    const ask = () => lin.put(`groups/${id}/membership`, { note: 'I know the field.' });
    expect((await ask()).body).toEqual({ done: 'asked' });
    expect((await ask()).body).toEqual({ done: 'asked' });
    const [message] = await emailsTo(rooms.database, `${rosa.personId}@people.example`);
    expect(message!.subject).toContain('Security');
    expect((await lin.get(`groups/${id}`)).body).toMatchObject({
      hasAsked: true,
      requests: [],
      myRole: null,
    });
    expect((await rosa.get(`groups/${id}`)).body.requests).toMatchObject([
      { personId: lin.personId, note: 'I know the field.' },
    ]);
    expect((await lin.put(`groups/${id}/members/${lin.personId}`, { role: 'member' })).status).toBe(403);
    expect((await rosa.delete(`groups/${id}/members/${lin.personId}`)).status).toBe(204);
    await ask();
    expect((await rosa.put(`groups/${id}/members/${lin.personId}`, { role: 'member' })).status).toBe(204);
    expect((await rosa.get(`groups/${id}`)).body).toMatchObject({ requests: [], memberCount: 2 });
    const subjects = (await emailsTo(rooms.database, `${lin.personId}@people.example`, 2)).map(
      (each) => each.subject,
    );
    expect(subjects).toEqual(['Your request to join Security', 'You are in Security']);
  });

  it('GRP-6 where nobody leads a closed one, the coordinators hear of who asks', async () => {
    const { body } = await amara.post('groups', { name: 'Orphaned', description: '', access: 'closed' });
    expect((await lin.put(`groups/${body.id}/membership`, { note: '' })).body).toEqual({ done: 'asked' });
    const emails = await emailsTo(rooms.database, `${amara.personId}@people.example`);
    expect(emails.map(({ subject }) => subject).join()).toContain('Orphaned');
  });

  it('who makes it leads it, if they say so', async () => {
    const wanted = { name: 'Led at once', description: '', access: 'open' };
    const { body } = await amara.post('groups', { ...wanted, lead: true });
    expect((await amara.get(`groups/${body.id}`)).body).toMatchObject({ myRole: 'lead', memberCount: 1 });
    expect((await rooms.eventsOf(body.id)).map(({ name }) => name)).toEqual([
      'group.created',
      'group.member-joined',
    ]);
  });

  it('GRP-3 its leads change it and its people; an archived one accepts nobody and is found apart', async () => {
    const id = await make('Archive me', 'open');
    expect((await lin.patch(`groups/${id}`, { name: 'Mine' })).status).toBe(403);
    expect((await rosa.patch(`groups/${id}`, { name: 'Archived', archived: true })).status).toBe(204);
    expect(codeOf(await lin.put(`groups/${id}/membership`, { note: '' }))).toBe('group.archived');
    expect(codeOf(await rosa.put(`groups/${id}/members/${lin.personId}`, { role: 'lead' }))).toBe(
      'group.archived',
    );
    const names = async (path: string) =>
      (await lin.get(path)).body.items.map((each: { name: string }) => each.name);
    expect(await names('groups')).not.toContain('Archived');
    expect(await names('groups?archived=true')).toEqual(['Archived']);
    expect((await amara.patch(`groups/${id}`, { archived: false })).status).toBe(204);
    expect((await lin.put(`groups/${id}/membership`, { note: '' })).status).toBe(200);
    expect((await rooms.eventsOf(id)).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['group.created', 'group.changed', 'group.archived', 'group.reopened']),
    );
  });

  it('GRP-3 who asked to come in has asked nothing any more once it was archived', async () => {
    const id = await make('Put away', 'closed');
    await lin.put(`groups/${id}/membership`, { note: 'I know the field.' });
    await rosa.patch(`groups/${id}`, { archived: true });
    await rosa.patch(`groups/${id}`, { archived: false });
    expect((await lin.get(`groups/${id}`)).body.hasAsked).toBe(false);
    expect((await rosa.get(`groups/${id}`)).body.requests).toEqual([]);
  });

  it('GRP-3 whoever comes in while it is archived is not in it', async () => {
    const id = await make('Closing', 'open');
    const row = await Hold.of(rooms.database, 'SELECT 1 FROM working_group WHERE id = $1 FOR UPDATE', [id]);
    const joining = lin.put(`groups/${id}/membership`, { note: '' });
    await row.waiting(1);
    await row.query('UPDATE working_group SET archived_at = now() WHERE id = $1', [id]);
    await row.release();
    expect(codeOf(await joining)).toBe('group.archived');
    expect((await lin.get(`groups/${id}`)).body.myRole).toBeNull();
  });

  it('GRP-3 whoever is taken out is out of it, which is on record; who can be in no group is not taken in', async () => {
    const id = await make('Taken out', 'open');
    await lin.put(`groups/${id}/membership`, { note: '' });
    expect((await rosa.delete(`groups/${id}/members/${lin.personId}`)).status).toBe(204);
    expect((await lin.get(`groups/${id}`)).body.myRole).toBeNull();
    expect((await rooms.eventsOf(id)).at(-1)).toMatchObject({
      ...{ name: 'group.member-left', payload: { personId: lin.personId }, actor_id: rosa.personId },
    });
    const taken = await rosa.put(`groups/${id}/members/${stranger.personId}`, { role: 'member' });
    expect(codeOf(taken)).toBe('group.member-not-found');
  });

  it('GRP-5 two that are made at once do not get one name', async () => {
    const locks = `SELECT pg_advisory_xact_lock(hashtext('group names'), hashtext(current_schema()))`;
    const names = await Hold.of(rooms.database, locks);
    const wanted = { name: 'At once', description: '', access: 'open' };
    const making = [1, 2].map(() => amara.post('groups', wanted));
    await names.waiting(2);
    await names.release();
    const statuses = (await Promise.all(making)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409]);
  });

  it('GRP-5 names that differ by capitals or accents alone are one', async () => {
    await make('Égalité', 'open');
    const again = await amara.post('groups', { name: ' egalite', description: '', access: 'open' });
    expect(codeOf(again)).toBe('group.name-taken');
  });

  it('GRP-5 one that is opened again has no other’s name', async () => {
    const first = await make('Same name', 'open');
    await amara.patch(`groups/${first}`, { archived: true });
    await make('Same name', 'open');
    expect(codeOf(await amara.patch(`groups/${first}`, { archived: false }))).toBe('group.name-taken');
    expect((await amara.patch(`groups/${first}`, { archived: false, name: 'Same no more' })).status).toBe(
      204,
    );
  });

  it('GRP-1 who no longer counts as a lead reads no e-mail of who asks to join', async () => {
    const other = await rooms.given.organisation();
    const former = await rooms.given.person('Former');
    await rooms.given.representative(former, other, 'member');
    const id = await make('Closed one', 'closed');
    await amara.put(`groups/${id}/members/${former}`, { role: 'lead' });
    await amara.put(`organisations/${other}/state`, { state: 'suspended', reason: 'x' });
    expect(codeOf(await (await rooms.as(former)).patch(`groups/${id}`, { name: 'y' }))).toBe(
      'group.forbidden',
    );
    await lin.put(`groups/${id}/membership`, { note: '' });
    // Of the suspension they are told; of who asks to join, they are not.
    const told = await emailsTo(rooms.database, `${former}@people.example`, 2, 300);
    expect(told.filter(({ text }) => text.includes('Closed one'))).toEqual([]);
    const written = await emailsTo(rooms.database, `${rosa.personId}@people.example`);
    expect(written.map(({ subject }) => subject).join()).toContain('Closed one');
  });

  it('GRP-1 who came in by a role in the coalition is out of it without the role', async () => {
    const id = await make('By role', 'open');
    const person = await rooms.as(await rooms.given.person());
    await amara.put(`people/${person.personId}/roles/observer`, {});
    await person.put(`groups/${id}/membership`, { note: '' });
    expect((await person.get(`groups/${id}`)).body.myRole).toBe('member');
    await amara.delete(`people/${person.personId}/roles/observer`);
    expect((await person.get(`groups/${id}`)).body.myRole).toBeNull();
  });

  it('GRP-4 leads are not flooded by one who asks and takes back', async () => {
    const id = await make('Flooded', 'closed');
    const statuses: number[] = [];
    for (let n = 0; n < 7; n++) {
      statuses.push((await lin.put(`groups/${id}/membership`, { note: '' })).status);
      await lin.delete(`groups/${id}/membership`);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    const emails = await emailsTo(rooms.database, `${rosa.personId}@people.example`, 99, 300);
    expect(emails.filter(({ subject }) => subject.includes('Flooded'))).toHaveLength(5);
  });

  it('GRP-4 nor all leads together by one who asks everywhere', async () => {
    const asks = await rooms.as(await rooms.given.person());
    await rooms.given.representative(asks.personId, organisation, 'member');
    const statuses: number[] = [];
    for (let n = 0; n < 51; n++) {
      const id = await rooms.given.group();
      await rooms.database.query(`UPDATE working_group SET access = 'closed' WHERE id = $1`, [id]);
      statuses.push((await asks.put(`groups/${id}/membership`, { note: '' })).status);
    }
    expect(statuses).toEqual([...Array<number>(50).fill(200), 429]);
  });

  it('GRP-4 who asked for one organisation is accepted for it, whichever they speak for by then', async () => {
    const id = await make('Asked for', 'closed');
    const person = await rooms.as(await rooms.given.person());
    const [asked, other] = [await rooms.given.organisation(), await rooms.given.organisation()];
    await rooms.given.representative(person.personId, asked, 'member');
    await rooms.given.representative(person.personId, other, 'member');
    await person.put('membership/speaks-for', { organisationId: asked });
    await person.put(`groups/${id}/membership`, { note: '' });
    await person.put('membership/speaks-for', { organisationId: other });
    await rosa.put(`groups/${id}/members/${person.personId}`, { role: 'member' });
    const { members } = (await person.get(`groups/${id}`)).body;
    const shown = members.find((each: { personId: string }) => each.personId === person.personId);
    expect(shown.organisation.id).toBe(asked);
  });

  it('GRP-4 who asked for an organisation and left it is accepted for the one they act for', async () => {
    const id = await make('Moved on', 'closed');
    const person = await rooms.as(await rooms.given.person());
    const [before, after] = [await rooms.given.organisation(), await rooms.given.organisation()];
    await rooms.given.representative(person.personId, before, 'focal_point');
    await rooms.given.representative(person.personId, after, 'member');
    await person.put(`groups/${id}/membership`, { note: '' });
    await amara.delete(`organisations/${before}/people/${person.personId}`);
    await rosa.put(`groups/${id}/members/${person.personId}`, { role: 'member' });
    const { body } = await person.get(`groups/${id}`);
    expect(body.myRole).toBe('member');
    const shown = body.members.find((each: { personId: string }) => each.personId === person.personId);
    expect(shown.organisation.id).toBe(after);
  });

  it.each([
    ['a name', { name: null }],
    ['an access', { access: null }],
    ['a description', { description: null }],
    ['whether it is archived', { archived: null }],
  ])('null is no value for %s', async (what, change) => {
    const id = await make(`Nothing ${what}`, 'open');
    const { status, body } = await rosa.patch(`groups/${id}`, change);
    expect([status, body.error.code]).toEqual([400, 'request.invalid']);
  });

  it('ORG-18 who is in it for an organisation that is merged is there for the other one', async () => {
    const id = await make('Merging', 'open');
    const [gone, kept] = [await rooms.given.organisation(), await rooms.given.organisation()];
    const person = await rooms.as(await rooms.given.person());
    await rooms.given.representative(person.personId, gone, 'member');
    await person.put(`groups/${id}/membership`, { note: '' });
    await amara.post(`organisations/${gone}/merge`, { into: kept, reason: 'one and the same' });
    const mine = async () => (await person.get(`groups/${id}`)).body.myRole as string | null;
    for (const end = Date.now() + 5_000; (await mine()) === null && Date.now() < end;);
    expect(await mine()).toBe('member');
  });

  it('ORG-18 and, when that one is merged before it is told, for the one after it', async () => {
    const id = await make('Merging late', 'open');
    const [first, next, last] = await Promise.all([1, 2, 3].map(() => rooms.given.organisation()));
    const person = await rooms.as(await rooms.given.person());
    await amara.post(`organisations/${first}/merge`, { into: next, reason: 'one and the same' });
    await amara.post(`organisations/${next}/merge`, { into: last, reason: 'one and the same' });
    await rooms.given.representative(person.personId, last!, 'member');
    await rooms.given.member(id, person.personId, 'member', first);
    const told = { subject: { kind: 'organisation', id: first }, payload: { into: next } };
    await rooms.app.get(GroupRecords).move(told as unknown as RecordedEvent);
    expect((await person.get(`groups/${id}`)).body.myRole).toBe('member');
  });

  it('ORG-18 who asked for an organisation that is merged is accepted for the other one', async () => {
    const id = await make('Asked before the merge', 'closed');
    const person = await rooms.as(await rooms.given.person());
    const [gone, kept, other] = await Promise.all([1, 2, 3].map(() => rooms.given.organisation()));
    for (const each of [gone!, other!]) await rooms.given.representative(person.personId, each, 'member');
    await person.put('membership/speaks-for', { organisationId: gone });
    await person.put(`groups/${id}/membership`, { note: '' });
    await amara.post(`organisations/${gone}/merge`, { into: kept, reason: 'one and the same' });
    await person.put('membership/speaks-for', { organisationId: other });
    const told = { subject: { kind: 'organisation', id: gone }, payload: { into: kept } };
    await rooms.app.get(GroupRecords).move(told as unknown as RecordedEvent);
    await rosa.put(`groups/${id}/members/${person.personId}`, { role: 'member' });
    const { members } = (await person.get(`groups/${id}`)).body;
    const shown = members.find((each: { personId: string }) => each.personId === person.personId);
    expect(shown.organisation.id).toBe(kept);
  });

  it('IDN-15 who leaves the coalition is in no group, which its readers hear', async () => {
    const id = await make('Leaving', 'open');
    const person = await rooms.as(await rooms.given.person());
    await rooms.given.representative(person.personId, organisation, 'member');
    await person.put(`groups/${id}/membership`, { note: '' });
    await person.post('me/leaving', { password: 'resist-reclaim-realise' });
    expect((await rosa.get(`groups/${id}`)).body.memberCount).toBe(1);
    const left = (await rooms.eventsOf(id)).filter(({ name }) => name === 'group.member-left');
    expect(left).toMatchObject([{ payload: { personId: person.personId } }]);
  });
});
