// Its events have to be known to be read.
import '@plenary/arrivals/domain';
import { activitySubject } from '@plenary/audit/domain';
import { SubjectDoors } from '@plenary/ground/realtime';
import { startStatements } from '@plenary/statements/testing';
import type { Visitor } from '@plenary/organisations/testing';
import { statementsHouse } from '@plenary/statements/testing';
import { AuditModule } from '../audit.module.js';

interface Line {
  readonly id: string;
  readonly name: string;
  readonly actor: { name: string | null } | null;
  readonly organisation: { id: string } | null;
  readonly subject: { kind: string; id: string; name: string | null };
  readonly person: { name: string } | null;
  readonly other: { id: string; name: string | null } | null;
  readonly details: Record<string, unknown>;
}

describe('activity', () => {
  let rooms: Awaited<ReturnType<typeof startStatements>>;
  let amara: Visitor;
  let mateo: Visitor;
  let lin: Visitor;
  let own: string;
  let other: string;

  beforeAll(async () => {
    rooms = await startStatements({ ...statementsHouse, imports: [...statementsHouse.imports, AuditModule] });
    const { given } = rooms;
    await given.coalition();
    const coordinator = await given.person('Amara');
    const focal = await given.person('Mateo');
    const member = await given.person('Lin');
    await given.role(coordinator, 'coordinator');
    own = await given.organisation({ name: 'Sea Bridge' });
    other = await given.organisation({ name: 'Hidden Harbour', listing: 'unlisted' });
    await given.representative(focal, own, 'focal_point');
    await given.representative(member, own, 'member');
    await given.representative(member, other, 'member');
    [amara, mateo, lin] = [await rooms.as(coordinator), await rooms.as(focal), await rooms.as(member)];
    await mateo.put(`organisations/${own}/people/${member}`, { role: 'representative' });
    await amara.patch(`organisations/${other}`, { acronym: '=HH' });
    await amara.put(`people/${member}/roles/translator`, {});
    await amara.put(`organisations/${other}/state`, { state: 'suspended', reason: '=1+1' });
  });
  afterAll(() => rooms.close());

  const lines = async (visitor: Visitor, query = ''): Promise<Line[]> =>
    (await visitor.get(`activity${query}`)).body.items;

  it('AUD-1 coordinators read everything, with names, the newest first', async () => {
    expect((await lines(amara)).map(({ name }) => name)).toEqual([
      'organisation.state-changed',
      'coalition.role-given',
      'organisation.changed',
      'organisation.representative-named',
    ]);
    expect((await lines(amara, '?name=organisation.representative-named'))[0]).toMatchObject({
      actor: { name: 'Mateo' },
      organisation: { id: own },
      subject: { kind: 'organisation', name: 'Sea Bridge' },
      person: { name: 'Lin' },
      details: { role: 'representative' },
    });
  });

  it('AUD-1 focal points read what concerns their own organisation; nobody else any', async () => {
    expect((await lines(mateo)).map(({ name }) => name)).toEqual(['organisation.representative-named']);
    expect(await lines(mateo, `?organisation=${other}`)).toEqual([]);
    for (const path of ['activity', 'activity/export', 'activity/kinds']) {
      const refused = await lin.get(path);
      expect([refused.status, refused.body.error.code]).toEqual([403, 'activity.forbidden']);
    }
  });

  it('AUD-1 a line more is heard by those who may read it, and by nobody else', async () => {
    const hearing = async (id: string) => {
      const people = [amara, mateo, lin].map(({ personId }) => personId);
      return [...(await rooms.app.get(SubjectDoors).mayHear(activitySubject(id), people))];
    };
    const idOf = async (name: string) => (await lines(amara, `?name=${name}`))[0]!.id;
    const own = await hearing(await idOf('organisation.representative-named'));
    expect(own).toEqual([amara.personId, mateo.personId]);
    expect(await hearing(await idOf('coalition.role-given'))).toEqual([amara.personId]);
    expect(await hearing('999999999')).toEqual([]);
  });

  it('AUD-2 nobody reads when somebody signed in', async () => {
    const written = await rooms.database.query(`SELECT 1 FROM event_log WHERE name = 'session.started'`);
    expect(written.length).toBeGreaterThan(2);
    expect(JSON.stringify(await lines(amara, '?limit=200'))).not.toContain('session');
    expect((await amara.get('activity?name=session.started')).status).toBe(400);
  });

  it('is filtered by who, for whom and when, and paged by a cursor', async () => {
    expect(await lines(amara, `?person=${mateo.personId}`)).toHaveLength(1);
    expect(await lines(amara, `?organisation=${other}`)).toHaveLength(2);
    expect(await lines(amara, '?until=2020-01-01T00:00:00Z')).toEqual([]);
    expect(await lines(amara, '?from=2020-01-01T00:00:00Z')).toHaveLength(4);
    expect(await lines(amara, '?from=2120-01-01T00:00:00Z')).toEqual([]);
    // From an instant on, and until it: what was done at it stands in one of two lists that meet there.
    await rooms.database.query(`UPDATE event_log SET at = date_trunc('milliseconds', at)`);
    const [, second] = (await lines(amara)) as (Line & { at: string })[];
    const names = async (query: string) => (await lines(amara, query)).map(({ name }) => name);
    expect(await names(`?from=${second!.at}`)).toContain(second!.name);
    expect(await names(`?until=${second!.at}`)).not.toContain(second!.name);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: Line[]; nextCursor: string | null } = (
        await amara.get(`activity?limit=1${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
      ).body;
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual((await lines(amara)).map(({ name }) => name));
  });

  it('AUD-5 what a coordinator does to another organisation is not done for their own; AUD-6 it says of what', async () => {
    await amara.patch(`organisations/${other}`, { website: 'https://hidden.example' });
    const [changed] = await lines(amara, '?name=organisation.changed');
    expect(changed).toMatchObject({ organisation: null, fields: ['website'], other: null });
    await mateo.patch(`organisations/${own}`, { website: 'https://own.example' });
    expect((await lines(amara, '?name=organisation.changed'))[0]).toMatchObject({
      organisation: { id: own },
    });
  });

  it('AUD-4 an export holds every line, and is on record', async () => {
    const all = await lines(amara, '?limit=200');
    expect((await amara.get('activity/export')).body.items).toEqual(all);
    expect((await lines(amara))[0]).toMatchObject({ name: 'activity.exported', details: { lines: 6 } });
  });

  it('AUD-1 what was done in the name of an organisation and what is about it stand in one list, each once', async () => {
    const before = await lines(mateo);
    await amara.patch(`organisations/${own}`, { acronym: 'SB' });
    const all = await lines(mateo);
    expect(all.slice(1)).toEqual(before);
    expect(all[0]).toMatchObject({ name: 'organisation.changed' });
    expect(before.map(({ name }) => name)).toContain('organisation.representative-named');
    expect(await lines(mateo, `?organisation=${own}`)).toEqual(all);
    const { items, nextCursor } = (await mateo.get('activity?limit=1')).body;
    expect(await lines(mateo, `?limit=1&cursor=${nextCursor}`)).toEqual(all.slice(1, 2));
    expect(items).toEqual(all.slice(0, 1));
  });

  it('AUD-3 the earlier title of a private statement is told to nobody who may not read it', async () => {
    const groupId = await rooms.given.group();
    await rooms.given.member(groupId, lin.personId, 'lead', own);
    const id = await rooms.given.statement({ title: 'MARKER secret plan', groupId });
    await lin.put('membership/speaks-for', { organisationId: own });
    expect((await mateo.get(`statements/${id}`)).status).toBe(404);
    expect((await lin.patch(`statements/${id}`, { title: 'Another title' })).status).toBeLessThan(300);
    expect((await lines(mateo)).map(({ name }) => name)).toContain('statement.renamed');
    expect(JSON.stringify(await lines(mateo))).not.toContain('MARKER');
    expect(JSON.stringify((await mateo.get('activity/export')).body)).not.toContain('MARKER');
  });

  it('AUD-6 whom a right on a private statement is given to is told to nobody who may not read it', async () => {
    const groupId = await rooms.given.group();
    await rooms.given.member(groupId, lin.personId, 'lead', own);
    const id = await rooms.given.statement({ groupId });
    await lin.put('membership/speaks-for', { organisationId: own });
    const receiver = await rooms.given.group('MARKED group');
    const grants = `statements/${id}/grants`;
    await lin.put(grants, { subjectKind: 'group', subjectId: receiver, right: 'read' });
    await lin.put(grants, { subjectKind: 'role', subjectId: 'observer', right: 'read' });
    const granted = await lines(mateo, `?name=statement.right-granted&subject=statement/${id}`);
    expect(granted).toMatchObject([
      { subject: { name: null }, other: null },
      { subject: { name: null }, other: null },
    ]);
    expect(granted.map(({ details }) => details['to'])).toEqual([undefined, undefined]);
    const read = await lines(amara, `?name=statement.right-granted&subject=statement/${id}`);
    expect(read).toMatchObject([{ details: { to: 'role.observer' } }, { other: { name: 'MARKED group' } }]);
  });

  describe('of an unlisted organisation', () => {
    let hidden: string;
    let rosa: Visitor;

    beforeAll(async () => {
      const { given } = rooms;
      hidden = await given.organisation({ name: 'Quiet Cove', listing: 'unlisted' });
      const focal = await given.person('Rosa');
      await given.representative(focal, own, 'focal_point');
      await given.representative(focal, hidden, 'focal_point');
      rosa = await rooms.as(focal);
      await rosa.put('membership/speaks-for', { organisationId: own });
      const secret = await given.person('Undocumented One');
      await given.representative(secret, hidden, 'member');
      await rosa.put(`organisations/${hidden}/people/${secret}`, { role: 'representative' });
      await given.representative(amara.personId, own, 'member');
      await amara.put(`organisations/${hidden}/state`, {
        state: 'suspended',
        reason: 'police raid in Ceuta',
      });
      await amara.put(`organisations/${hidden}/state`, { state: 'active', reason: '' });
    });

    it('AUD-3 nothing is read by focal points of another one, whoever acted in whose name', async () => {
      const told = JSON.stringify(await lines(mateo, '?limit=200'));
      for (const secret of ['Undocumented One', hidden, 'police raid']) expect(told).not.toContain(secret);
      expect(JSON.stringify((await mateo.get('activity/export')).body)).not.toMatch(/Undocumented|police/);
      const named = await lines(rosa, '?name=organisation.representative-named');
      expect(named.map(({ person }) => person?.name)).toContain('Undocumented One');
    });

    it('AUD-3 nor that it was in its name that somebody acted', async () => {
      await rosa.put('membership/speaks-for', { organisationId: hidden });
      await rosa.patch(`organisations/${own}`, { website: 'https://sea-bridge.example' });
      const [line] = await lines(mateo, '?name=organisation.changed');
      expect(line).toMatchObject({ actor: { name: 'Rosa' }, organisation: null, subject: { id: own } });
    });

    it('AUD-3 nor that a right was given to it', async () => {
      const grant = { subjectKind: 'person' as const, subjectId: rosa.personId, right: 'manage' as const };
      const id = await rooms.given.statement({ grants: [grant] });
      await rosa.put('membership/speaks-for', { organisationId: own });
      await rosa.put(`statements/${id}/grants`, {
        ...{ subjectKind: 'organisation', subjectId: hidden, right: 'edit' },
      });
      const query = `?name=statement.right-granted&subject=statement/${id}`;
      const [told] = await lines(mateo, query);
      expect(told).toMatchObject({ actor: { name: 'Rosa' }, other: null, details: { right: 'edit' } });
      expect(JSON.stringify(told)).not.toContain(hidden);
      expect((await lines(rosa, query))[0]).toMatchObject({ other: { id: hidden, name: 'Quiet Cove' } });
    });

    it('AUD-3 pages stay full without the lines that are left out', async () => {
      for (let n = 0; n < 5; n++) {
        await amara.put(`organisations/${hidden}/state`, { state: 'suspended', reason: 'x' });
        await amara.put(`organisations/${hidden}/state`, { state: 'active', reason: '' });
      }
      expect(await lines(mateo, '?limit=3')).toHaveLength(3);
    });
  });

  it('AUD-5 what a coordinator does for the coalition is not read by the focal points of their organisation', async () => {
    const stranger = await rooms.given.person('Watched Stranger');
    await rooms.given.representative(amara.personId, own, 'member').catch(() => undefined);
    await amara.put('membership/speaks-for', { organisationId: own });
    const before = await lines(mateo, '?limit=200');
    await amara.put(`people/${stranger}/roles/observer`, {});
    await amara.post(`people/${stranger}/looks`, { reason: 'secret reason' });
    await amara.workOf(amara.post('exports/organisations', { unlisted: true, addresses: true }));
    await amara.post('invitations', { role: 'coordinator', language: 'en', mostUses: 1, days: 1 });
    await rooms.database.query(
      `INSERT INTO event_log (name, subject_kind, subject_id, payload, audience, actor_id, organisation_id, at)
       VALUES ('person.device-recovery', 'person', $1, jsonb_build_object('personId', $1::text, 'step', 'begun'),
               '{}', $2, $3, now())`,
      [stranger, amara.personId, own],
    );
    expect(await lines(mateo, '?limit=200')).toEqual(before);
    const all = await lines(amara, '?limit=5');
    expect(all.map(({ organisation }) => organisation)).toEqual([null, null, null, null, null]);
    expect(JSON.stringify(all)).toContain('Watched Stranger');
    await rooms.database.query(`DELETE FROM event_log WHERE name = 'person.device-recovery'`);
  });

  it('AUD-1 of an organisation that is not theirs, focal points read nothing, whether there is one or not', async () => {
    const hidden = await rooms.given.organisation({ name: 'Deep Cove', listing: 'unlisted' });
    const rosa = await rooms.as(await rooms.given.person('Rosa Deep'));
    await rooms.given.representative(rosa.personId, own, 'focal_point');
    await rooms.given.representative(rosa.personId, hidden, 'member');
    await rosa.put('membership/speaks-for', { organisationId: hidden });
    await rosa.patch(`organisations/${own}`, { website: 'https://deep.example' });
    for (const id of [hidden, other, '01a21569-f527-76d5-b988-5afca1361647']) {
      expect(await lines(mateo, `?organisation=${id}`)).toEqual([]);
    }
  });

  it('AUD-1, AUD-5 focal points who ask for another listed organisation read nothing of it, nor export it', async () => {
    const neighbour = await rooms.given.organisation({ name: 'Open Quay' });
    const focal = await rooms.given.person('Tomás');
    await rooms.given.representative(focal, neighbour, 'focal_point');
    const tomas = await rooms.as(focal);
    await tomas.patch(`organisations/${neighbour}`, { website: 'https://open-quay.example' });
    await amara.put(`organisations/${neighbour}/state`, { state: 'suspended', reason: 'no answer' });
    await amara.put(`organisations/${neighbour}/state`, { state: 'active', reason: '' });
    const done = ['organisation.state-changed', 'organisation.state-changed', 'organisation.changed'];
    for (const reader of [amara, tomas]) {
      const read = await lines(reader, `?organisation=${neighbour}`);
      expect(read.map(({ name }) => name)).toEqual(done);
    }
    // He may find it, and reads its page; what was done there is not his.
    expect((await mateo.get(`organisations/${neighbour}`)).body.name).toBe('Open Quay');
    for (const more of ['', '&name=organisation.changed', `&person=${focal}`, '&limit=200']) {
      expect(await lines(mateo, `?organisation=${neighbour}${more}`)).toEqual([]);
    }
    const exported = async (by: Visitor) =>
      (await by.get(`activity/export?organisation=${neighbour}`)).body.items as Line[];
    expect(await exported(tomas)).toHaveLength(done.length);
    expect(await exported(mateo)).toEqual([]);
  });

  it('AUD-2 that somebody signed in is not told by the end of a device recovery', async () => {
    const step = (name: string) =>
      lines(amara, `?name=person.device-recovery&limit=200`).then(
        (all) => all.filter(({ details }) => details['step'] === name).length,
      );
    const person = await rooms.given.person('Lost');
    await rooms.database.query(
      `INSERT INTO device_recovery (person_id, begun_by, begun_at, confirmed_by, due_at)
       VALUES ($1, $2, now() - interval '3 days', $3, now() - interval '1 hour')`,
      [person, amara.personId, mateo.personId],
    );
    await rooms.as(person);
    const written = await rooms.database.query(
      `SELECT payload->>'step' AS step FROM event_log WHERE name = 'person.device-recovery' AND subject_id = $1`,
      [person],
    );
    expect(written).toEqual([{ step: 'done' }]);
    expect(await step('done')).toBe(0);
    for (const each of ['begun', 'confirmed', 'stopped']) {
      await rooms.database.query(
        `INSERT INTO event_log (name, subject_kind, subject_id, payload, audience, at)
         VALUES ('person.device-recovery', 'person', $1, jsonb_build_object('personId', $1::text, 'step', $2::text), '{}', now())`,
        [person, each],
      );
    }
    expect([await step('begun'), await step('confirmed'), await step('stopped')]).toEqual([1, 1, 0]);
  });

  it('AUD-1 is filtered by the one thing that it is about, among what the reader may read', async () => {
    const id = await rooms.given.statement({ title: 'On rescue' });
    await amara.put(`statements/${id}/grants`, {
      subjectKind: 'organisation',
      subjectId: own,
      right: 'edit',
    });
    await amara.patch(`statements/${id}`, { title: 'On rescue at sea' });
    const about = await lines(amara, `?subject=statement/${id}`);
    expect(about.map(({ name, subject }) => [name, subject.id])).toEqual([
      ['statement.renamed', id],
      ['statement.right-granted', id],
      ['statement.created', id],
    ]);
    const his = (await lines(mateo, '?limit=200')).filter(({ subject }) => subject.id === id);
    expect(await lines(mateo, `?subject=statement/${id}`)).toEqual(his);
    expect(await lines(mateo, `?subject=organisation/${other}`)).toEqual([]);
    expect((await lines(mateo, `?subject=organisation/${own}`)).map(({ subject }) => subject.id)).toContain(
      own,
    );
    expect((await lin.get(`activity?subject=statement/${id}`)).status).toBe(403);
    for (const wrong of ['statement', `statement/${id}/more`, `/${id}`, "statement/' OR true"]) {
      expect((await amara.get(`activity?subject=${encodeURIComponent(wrong)}`)).status).toBe(400);
    }
  });

  it('imports and undone imports read alike, with how much it was, also those of before', async () => {
    const payloads = {
      'organisation.list-imported': { organisations: 3, people: 5, named: 5 },
      'organisation.list-taken-back': { organisations: 2, people: 4 },
    };
    for (const [name, payload] of Object.entries(payloads)) {
      await rooms.database.query(
        `INSERT INTO event_log (name, subject_kind, subject_id, payload, audience, actor_id, at)
         VALUES ($1, 'person', $2::text, $3, '{"kind":"nobody"}', $2::uuid, now())`,
        [name, amara.personId, JSON.stringify(payload)],
      );
      const { organisations, people } = payload;
      expect(await lines(amara, `?name=${name}`)).toMatchObject([{ details: { organisations, people } }]);
    }
    const { items } = (await amara.get('activity/kinds')).body as {
      items: { name: string; told: object[] }[];
    };
    const [imported, undone] = Object.keys(payloads).map((name) => items.find((each) => each.name === name)!);
    expect(imported!.told).toMatchObject([{ key: 'organisations' }, { key: 'people' }]);
    expect(undone!.told).toEqual(imported!.told);
  });

  it('AUD-4 an export goes on after the first thousand lines', async () => {
    const written = 1_005;
    await rooms.database.query(
      `INSERT INTO event_log (name, subject_kind, subject_id, payload, audience, actor_id, at)
       SELECT 'group.archived', 'group', gen_random_uuid()::text, '{}', '{}', $1, now() FROM generate_series(1, $2)`,
      [amara.personId, written],
    );
    const { items } = (await amara.get('activity/export?name=group.archived')).body;
    expect(items).toHaveLength(written);
    expect(new Set(items.map(({ id }: { id: string }) => id)).size).toBe(written);
  });

  it.each(['2024-W05', '2024-02-30', 'yesterday'])('a day that is none (%s) is refused', async (from) => {
    expect((await amara.get(`activity?from=${from}`)).status).toBe(400);
  });
});
