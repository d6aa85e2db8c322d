import { newId, type Actor } from '@plenary/ground/kernel';
import { Subjects, UnitOfWork } from '@plenary/ground/server';
import { groupPermissions } from '@plenary/groups/domain';
import { organisationPermissions } from '@plenary/organisations/domain';
import { statementPermissions } from '@plenary/statements/domain';
import { startStatements, type StatementsUnderTest } from '@plenary/statements/testing';
import { StatementsDoor } from '../index.js';

describe('whatever is named by kind and id', () => {
  let rooms: StatementsUnderTest;
  let subjects: Subjects;
  let people: { amara: string; lin: string; mateo: string; hidden: string };
  let of: { open: string; quiet: string; group: string; text: string; secret: string };
  const any = newId();

  beforeAll(async () => {
    rooms = await startStatements();
    const { given } = rooms;
    subjects = rooms.app.get(Subjects);
    await given.coalition();
    const [amara, lin, mateo, hidden] = (await given.people(4)) as [string, string, string, string];
    people = { amara, lin, mateo, hidden };
    await given.role(amara, 'coordinator');
    const open = await given.organisation({ name: 'Sea Bridge' });
    const quiet = await given.organisation({ name: 'Quiet Cove', listing: 'unlisted' });
    await given.representative(lin, open, 'focal_point');
    await given.representative(mateo, open, 'member');
    await given.representative(hidden, quiet, 'focal_point');
    const group = await given.group();
    await given.member(group, lin, 'lead', open);
    const text = await given.statement({ title: 'For all' });
    const secret = await given.statement({ title: 'For the group', groupId: group });
    of = { open, quiet, group, text, secret };
  });
  afterAll(() => rooms.close());

  const ids = (found: ReadonlySet<string>) => [...found].sort();

  it('STM-6 ORG-3 has a name for those alone who may read it, and a page', async () => {
    const all = [
      { kind: 'organisation', id: of.open },
      { kind: 'organisation', id: of.quiet },
      { kind: 'group', id: of.group },
      { kind: 'statement', id: of.text },
      { kind: 'statement', id: of.secret },
      { kind: 'person', id: people.lin },
      { kind: 'kite', id: any },
      { kind: 'statement', id: 'no id at all' },
    ];
    const namesFor = async (person: string) => {
      const known = await subjects.knownTo(person, all);
      return all.map((each) => (known.has(each) ? known.nameOf(each) : undefined));
    };
    const [, , groupName, , , linName] = await namesFor(people.amara);
    const shared = [groupName, 'For all'];
    expect(await namesFor(people.amara)).toEqual(
      ['Sea Bridge', 'Quiet Cove', ...shared, 'For the group', linName, undefined, undefined], // prettier-ignore
    );
    expect(await namesFor(people.mateo)).toEqual(
      ['Sea Bridge', undefined, ...shared, undefined, linName, undefined, undefined], // prettier-ignore
    );
    expect([groupName, linName].every((name) => typeof name === 'string')).toBe(true);
    expect(subjects.linkOf(all[3]!)).toBe(`/statements/${of.text}`);
    expect(subjects.linkOf(all[6]!)).toBeNull();
  });

  it('STM-6 ORG-3 says of many people who may read it', async () => {
    const everybody = Object.values(people);
    const readers = async (kind: string, id: string) =>
      ids(await subjects.readersOf({ kind, id }, everybody));
    const { amara, lin, hidden } = people;
    expect(await readers('statement', of.text)).toEqual([...everybody].sort());
    expect(await readers('statement', of.secret)).toEqual([amara, lin].sort());
    expect(await readers('organisation', of.open)).toEqual([...everybody].sort());
    expect(await readers('organisation', of.quiet)).toEqual([amara, hidden].sort());
    expect(await readers('group', of.group)).toEqual([...everybody].sort());
    for (const kind of ['statement', 'organisation', 'group', 'kite']) {
      expect(await readers(kind, any)).toEqual([]);
    }
  });

  it('RGT-4 says what a person may do with it, as the tables of permissions have it', async () => {
    const may = async (person: string, kind: string, ...permissions: Parameters<Subjects['may']>[1]) =>
      ids(await subjects.may(person, permissions, kind, [...Object.values(of), ...Object.values(people)]));
    const { describe: describes } = organisationPermissions;
    expect(await may(people.amara, 'organisation', describes)).toEqual([of.open, of.quiet].sort());
    expect(await may(people.lin, 'organisation', describes)).toEqual([of.open]);
    expect(await may(people.mateo, 'organisation', describes)).toEqual([]);
    expect(await may(people.hidden, 'organisation', describes)).toEqual([of.quiet]);
    expect(await may(people.lin, 'group', groupPermissions.lead)).toEqual([of.group]);
    expect(await may(people.mateo, 'group', groupPermissions.lead)).toEqual([]);
    const { coalition, group } = statementPermissions;
    expect(await may(people.mateo, 'statement', coalition.comment, group.comment)).toEqual([of.text]);
    expect(await may(people.mateo, 'statement', coalition.edit, group.edit)).toEqual([]);
    expect(await may(people.lin, 'statement', coalition.edit, group.edit)).toEqual([of.secret]);
    const seen = await may(people.lin, 'person', organisationPermissions.seeFullName);
    expect(seen).toEqual([people.lin, people.mateo].sort());
  });

  it('ORG-18 says where it went', async () => {
    const gone = await rooms.given.organisation();
    const amara = await rooms.as(people.amara);
    await amara.post(`organisations/${gone}/merge`, { into: of.open, reason: 'x' });
    const moved = await subjects.movedTo('organisation', [gone, of.quiet, any]);
    expect([...moved]).toEqual([
      [gone, of.open],
      [of.quiet, of.quiet],
      [any, any],
    ]);
  });

  describe('a statement, for rooms above', () => {
    const actor = (personId: string) => ({ personId }) as Actor;
    const door = () => rooms.app.get(StatementsDoor);

    it('STM-6 is opened for those alone who may read it, with what they may do', async () => {
      expect(await door().open(actor(people.lin), of.secret)).toEqual({
        ...{ id: of.secret, title: 'For the group', language: 'en', stage: 'drafting' },
        ...{ ownerKind: 'group', groupId: of.group, right: 'manage' },
      });
      for (const id of [of.secret, any]) {
        await expect(door().open(actor(people.mateo), id)).rejects.toMatchObject({
          code: 'statement.not-found',
        });
      }
    });

    it('STM-5 is locked for those alone whose right covers what they want, until their transaction ends', async () => {
      const unit = rooms.app.get(UnitOfWork);
      const wants = (person: string, wanted: 'comment' | 'edit') =>
        unit.run(null, (tx) => door().openLocked(tx, actor(person), of.text, wanted));
      await expect(wants(people.mateo, 'edit')).rejects.toMatchObject({ code: 'statement.forbidden' });
      expect(await wants(people.mateo, 'comment')).toMatchObject({ right: 'comment' });
      await unit.run(null, async (tx) => {
        await door().openLocked(tx, actor(people.mateo), of.text, 'comment');
        const other = rooms.database.query('SELECT id FROM statement WHERE id = $1 FOR UPDATE NOWAIT', [
          of.text,
        ]);
        await expect(other).rejects.toThrow(/lock/);
      });
    });
  });
});
