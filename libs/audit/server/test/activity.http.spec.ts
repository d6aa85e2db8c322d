import { startStatements } from '@plenary/statements/testing';
import type { Visitor } from '@plenary/organisations/testing';
import { statementsHouse } from '@plenary/statements/testing';
import { AuditModule } from '../audit.module.js';

interface Line {
  readonly name: string;
  readonly actor: { name: string | null } | null;
  readonly organisation: { id: string } | null;
  readonly subject: { kind: string; id: string; name: string | null };
  readonly person: { name: string } | null;
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
    for (const path of ['activity', 'activity/export']) {
      const refused = await lin.get(path);
      expect([refused.status, refused.body.error.code]).toEqual([403, 'activity.forbidden']);
    }
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

  it('AUD-4 an export is on record, and its cells are no formulas', async () => {
    const { body, headers } = await amara.get('activity/export');
    expect(headers.get('content-type')).toContain('text/csv');
    const text = String(body);
    expect(text).toContain('organisation.state-changed');
    expect(text.split('\r\n').every((line) => !/(^|,)[=+@]/.test(line))).toBe(true);
    expect((await lines(amara))[0]).toMatchObject({ name: 'activity.exported', details: { lines: 6 } });
  });
});
