import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { newId } from '@plenary/ground/kernel';
import { Retention } from '@plenary/ground/server';
import { countQueries, until } from '@plenary/ground/testing';
import type { Visitor } from '@plenary/organisations/testing';
import { mayReadTask, type TaskView } from '@plenary/tasks/domain';
import { startTasks, type TasksUnderTest } from '@plenary/tasks/testing';
import { TaskDoor } from '../task-door.js';

type Answer = Promise<{ status: number; body: { error?: { code: string } } }>;

describe('tasks over HTTP', () => {
  let rooms: TasksUnderTest;
  let given: TasksUnderTest['given'];
  let group: string;
  let organisation: string;
  let amara: Visitor, leila: Visitor, noor: Visitor, omar: Visitor, tariq: Visitor;

  beforeAll(async () => {
    rooms = await startTasks();
    given = rooms.given;
    await given.coalition();
    const ids = await given.people(5);
    organisation = await given.organisation({ name: 'Theirs' });
    const other = await given.organisation({ name: 'Ours' });
    await given.role(ids[0]!, 'coordinator');
    for (const id of ids.slice(1, 3)) await given.representative(id, other, 'member');
    for (const id of ids.slice(3)) await given.representative(id, organisation, 'member');
    group = await given.group('Climate');
    await given.member(group, ids[1]!, 'lead', other);
    await given.member(group, ids[2]!, 'member', other);
    // A coordinator, a lead, a member of the group, and two of an organisation that is not in it.
    const visitors = await Promise.all(ids.map((id) => rooms.as(id)));
    [amara, leila, noor, omar, tariq] = visitors as [Visitor, Visitor, Visitor, Visitor, Visitor];
  });
  afterAll(() => rooms.close());

  const codeOf = async (answer: Answer) => {
    const { status, body } = await answer;
    return [status, body.error?.code];
  };
  const add = async (as: Visitor, body: object = {}) => {
    const answer = await as.post('tasks', { title: 'Ask the ministry', groupId: group, ...body });
    expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
    return answer.body;
  };
  const board = async (as: Visitor, of = group): Promise<TaskView[]> =>
    (await as.get(`task-board?groupId=${of}`)).body.cards;
  const titles = (cards: readonly TaskView[], state = 'to_do') =>
    cards.filter((each) => each.state === state).map(({ title }) => title);

  describe('TSK-1 what a task is', () => {
    it('has a title in one line, and notes', async () => {
      const task = await add(noor, { title: '  Ask\nthe ministry ', notes: ' By letter.\r\nTwice. ' });
      expect(task).toMatchObject({
        ...{ title: 'Ask the ministry', notes: 'By letter.\nTwice.', state: 'to_do', groupName: 'Climate' },
        ...{ madeBy: { personId: noor.personId }, checklist: [], people: [], due: null, about: null },
      });
      expect(await codeOf(noor.post('tasks', { title: ' \u200b ', groupId: group }))).toEqual([
        ...[422, 'task.title-empty'],
      ]);
      const long = { title: 'A', notes: 'x'.repeat(5_001), groupId: group };
      expect(await codeOf(noor.post('tasks', long))).toEqual([422, 'task.notes-too-long']);
    });

    it('arrives once, under the id that a device made, and is nobody else’s', async () => {
      const body = { id: newId(), title: 'Once', groupId: group };
      expect((await noor.post('tasks', body)).status).toBe(201);
      expect((await noor.post('tasks', body)).body.id).toBe(body.id);
      expect((await board(noor)).filter(({ id }) => id === body.id)).toHaveLength(1);
      expect(await codeOf(leila.post('tasks', body))).toEqual([409, 'task.id-taken']);
    });

    it('has a checklist that keeps its order', async () => {
      const { id } = await add(noor);
      const [first, second] = [newId(), newId()];
      await noor.put(`tasks/${id}/steps/${first}`, { text: 'Write', isDone: false });
      await noor.put(`tasks/${id}/steps/${second}`, { text: 'Send', isDone: false });
      const { body } = await noor.put(`tasks/${id}/steps/${first}`, { text: 'Write it', isDone: true });
      expect(body).toMatchObject({
        ...{ steps: 2, stepsDone: 1 },
        checklist: [
          { id: first, text: 'Write it', isDone: true },
          { id: second, text: 'Send', isDone: false },
        ],
      });
      expect((await noor.delete(`tasks/${id}/steps/${first}`)).body.checklist).toHaveLength(1);
      expect(await codeOf(noor.put(`tasks/${id}/steps/${first}`, { text: ' ', isDone: true }))).toEqual([
        ...[422, 'task.title-empty'],
      ]);
    });
  });

  describe('TSK-2, TSK-3 who may do what', () => {
    it('is not there for who is neither on its board nor responsible', async () => {
      const { id } = await add(leila);
      expect((await noor.get(`tasks/${id}`)).status).toBe(200);
      const wanted: Answer[] = [
        omar.get(`tasks/${id}`),
        omar.patch(`tasks/${id}`, { title: 'Mine' }),
        omar.put(`tasks/${id}/place`, { state: 'done' }),
        omar.post(`tasks/${id}/take`, {}),
        omar.delete(`tasks/${id}`),
        omar.get(`tasks/${newId()}`),
      ];
      for (const answer of wanted) expect(await codeOf(answer)).toEqual([404, 'task.not-found']);
      expect(await codeOf(omar.get(`task-board?groupId=${group}`))).toEqual([403, 'task.forbidden']);
      expect(await codeOf(omar.get(`task-board?groupId=${newId()}`))).toEqual([403, 'task.forbidden']);
      expect((await omar.get(`tasks?groupId=${group}`)).body.items).toEqual([]);
    });

    it('leads assign; members take what nobody has, and finish it', async () => {
      const { id } = await add(leila);
      const toOmar = { personIds: [omar.personId], organisationId: null };
      expect(await codeOf(noor.put(`tasks/${id}/responsible`, toOmar))).toEqual([403, 'task.forbidden']);
      expect(await codeOf(noor.put(`tasks/${id}/place`, { state: 'doing' }))).toEqual([
        403,
        'task.forbidden',
      ]);
      expect((await noor.post(`tasks/${id}/take`, {})).body).toMatchObject({
        ...{ isMine: true, people: [{ personId: noor.personId }], may: { work: true, change: false } },
      });
      expect(await codeOf(leila.post(`tasks/${id}/take`, {}))).toEqual([409, 'task.taken']);
      const done = (await noor.put(`tasks/${id}/place`, { state: 'done' })).body;
      expect(done).toMatchObject({ state: 'done', doneAt: expect.any(String) });
      expect((await noor.put(`tasks/${id}/place`, { state: 'doing' })).body.doneAt).toBeNull();
      expect((await noor.post(`tasks/${id}/give-back`, {})).status).toBe(204);
      expect((await leila.get(`tasks/${id}`)).body.people).toEqual([]);
    });

    it('a member makes a task for nobody or for themselves, a lead for anybody', async () => {
      const responsible = { personIds: [omar.personId], organisationId: null };
      const body = { title: 'Ask', groupId: group, responsible };
      expect(await codeOf(noor.post('tasks', body))).toEqual([403, 'task.forbidden']);
      await add(noor, { responsible: { personIds: [noor.personId], organisationId: null } });
      const { id } = await add(leila, { responsible });
      // Who is responsible reads it and works on it, and nothing else of the board.
      expect((await omar.get(`tasks/${id}`)).body.may).toEqual({
        ...{ work: true, change: false, assign: false, take: false, giveBack: true, delete: false },
      });
      expect((await omar.get('tasks?mine=true')).body.items.map((each: TaskView) => each.id)).toEqual([id]);
      expect(
        (await leila.put(`tasks/${id}/responsible`, { personIds: [], organisationId: null })).status,
      ).toBe(200);
      expect(await codeOf(omar.get(`tasks/${id}`))).toEqual([404, 'task.not-found']);
    });

    it('TSK-4 of an organisation’s task any of its people takes part, until it is given to another', async () => {
      const { id } = await add(leila, { responsible: { personIds: [], organisationId: organisation } });
      expect((await omar.get(`tasks/${id}`)).body).toMatchObject({
        ...{ isMine: true, organisation: { name: 'Theirs' }, may: { take: true, work: true } },
      });
      expect((await omar.post(`tasks/${id}/take`, {})).body.people).toMatchObject([
        { personId: omar.personId },
      ]);
      expect((await tariq.put(`tasks/${id}/place`, { state: 'done' })).body.state).toBe('done');
      const unlisted = await given.organisation({ listing: 'unlisted' });
      const refused = { personIds: [], organisationId: unlisted };
      expect(await codeOf(leila.put(`tasks/${id}/responsible`, refused))).toEqual([
        ...[422, 'task.organisation-unknown'],
      ]);
      const unknown = { personIds: [newId()], organisationId: null };
      expect(await codeOf(leila.put(`tasks/${id}/responsible`, unknown))).toEqual([
        422,
        'task.person-unknown',
      ]);
    });

    it('the condition of lists is the rule that opens one', async () => {
      const mine = await Promise.all([
        given.task({ groupId: group }),
        given.task({ groupId: await given.group() }),
        given.task(),
        given.task({ people: [omar.personId] }),
        given.task({ organisationId: organisation }),
        given.task({ groupId: await given.group(), by: omar.personId }),
      ]);
      const door = rooms.app.get(TaskDoor);
      const database = rooms.app.get(DataSource);
      for (const each of [amara, leila, noor, omar, tariq]) {
        const reader = await door.readerOf(each.personId);
        const { body } = await each.get('tasks?limit=200');
        const listed = body.items.map(({ id }: TaskView) => id).filter((id: string) => mine.includes(id));
        const rows = await database.query('SELECT * FROM task WHERE id = ANY($1)', [mine]);
        const people = await database.query('SELECT * FROM task_person WHERE task_id = ANY($1)', [mine]);
        const readable = rows
          .filter((row: { id: string; group_id: string; organisation_id: string; made_by: string }) =>
            mayReadTask(reader, {
              ...{ groupId: row.group_id, organisationId: row.organisation_id, madeBy: row.made_by },
              personIds: people
                .filter(({ task_id }: { task_id: string }) => task_id === row.id)
                .map(({ person_id }: { person_id: string }) => person_id),
            }),
          )
          .map(({ id }: { id: string }) => id);
        expect(listed.toSorted()).toEqual(readable.toSorted());
      }
    });
  });

  describe('TSK-5 until when', () => {
    it('is a day, or a minute at a place', async () => {
      const { id } = await add(leila, { due: { on: '2027-02-28', time: null, zone: null } });
      const due = { on: '2027-03-28', time: '02:30', zone: 'Africa/Cairo' };
      expect((await leila.patch(`tasks/${id}`, { due })).body.due).toEqual(due);
      for (const wrong of [
        { on: '2027-02-30', time: null, zone: null },
        { on: '2027-02-28', time: '25:00', zone: 'Africa/Cairo' },
        { on: '2027-02-28', time: '12:00', zone: 'Africa/Atlantis' },
        { on: '2027-02-28', time: '12:00', zone: null },
      ])
        expect(await codeOf(leila.patch(`tasks/${id}`, { due: wrong }))).toEqual([422, 'task.due-unknown']);
      expect((await leila.patch(`tasks/${id}`, { due: null })).body.due).toBeNull();
    });

    it('orders the list, with what has none at the end', async () => {
      const own = await given.group();
      await given.member(own, leila.personId, 'lead');
      for (const [title, on] of [
        ['third', null],
        ['second', '2027-05-01'],
        ['first', '2027-04-01'],
      ] as const)
        await add(leila, { title, groupId: own, ...(on ? { due: { on, time: null, zone: null } } : {}) });
      const first = (await leila.get(`tasks?groupId=${own}&limit=2`)).body;
      const second = (await leila.get(`tasks?groupId=${own}&limit=2&cursor=${first.nextCursor}`)).body;
      expect([...first.items, ...second.items].map(({ title }: TaskView) => title)).toEqual([
        ...['first', 'second', 'third'],
      ]);
      expect(second.nextCursor).toBeNull();
    });
  });

  describe('TSK-6 the order of a board', () => {
    const boardOf = async (...names: string[]) => {
      const own = await given.group();
      await given.member(own, leila.personId, 'lead');
      const ids: string[] = [];
      for (const title of names) ids.push((await add(leila, { title, groupId: own })).id);
      return { own, ids };
    };

    it('follows from what stands behind what', async () => {
      const { own, ids } = await boardOf('a', 'b', 'c');
      const [a, b, c] = ids as [string, string, string];
      await amara.put(`tasks/${c}/place`, { state: 'to_do', after: a });
      expect(titles(await board(amara, own))).toEqual(['a', 'c', 'b']);
      await amara.put(`tasks/${b}/place`, { state: 'to_do', after: null });
      expect(titles(await board(amara, own))).toEqual(['b', 'a', 'c']);
      await amara.put(`tasks/${b}/place`, { state: 'doing' });
      await amara.put(`tasks/${a}/place`, { state: 'doing', after: b });
      expect(titles(await board(amara, own), 'doing')).toEqual(['b', 'a']);
      // The one behind which it was to stand has gone to another column meanwhile.
      await amara.put(`tasks/${c}/place`, { state: 'doing', after: newId() });
      expect(titles(await board(amara, own), 'doing')).toEqual(['b', 'a', 'c']);
    });

    it('is one order for all, however many drag at once', async () => {
      const { own, ids } = await boardOf('a', 'b', 'c', 'd', 'e');
      const drag = fc.record({
        card: fc.constantFrom(...ids),
        after: fc.option(fc.constantFrom(...ids)),
        state: fc.constantFrom('to_do', 'doing'),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(drag, { minLength: 2, maxLength: 6 }), async (drags) => {
          const answers = await Promise.all(
            drags.map(({ card, after, state }, at) =>
              (at % 2 ? amara : leila).put(`tasks/${card}/place`, { state, after }),
            ),
          );
          expect(answers.map(({ status }) => status)).toEqual(drags.map(() => 200));
          const cards = await board(amara, own);
          expect(cards.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
          const places = cards.map(({ state, rank }) => `${state} ${rank}`);
          expect(new Set(places).size).toBe(places.length);
          expect(cards).toEqual(
            cards.toSorted((one, other) =>
              one.state === other.state ? (one.rank < other.rank ? -1 : 1) : one.state < other.state ? -1 : 1,
            ),
          );
        }),
        { numRuns: 12 },
      );
    });

    it('costs as many queries for two hundred cards as for two', async () => {
      const { own, ids } = await boardOf('a', 'b');
      const queries = countQueries(rooms.database);
      const cost = async () => {
        const counts: number[] = [];
        // What runs in the background is counted along, so that the fewest say it.
        for (let round = 0; round < 3; round++) {
          queries.reset();
          await board(leila, own);
          counts.push(queries.made());
        }
        return Math.min(...counts);
      };
      const few = await cost();
      await amara.put(`tasks/${ids[0]}/responsible`, { personIds: [omar.personId], organisationId: null });
      for (let at = 0; at < 200; at++) await given.task({ groupId: own, people: [omar.personId] });
      expect(await cost()).toBeLessThanOrEqual(few);
      queries.stop();
    });
  });

  describe('TSK-7 what a task comes from', () => {
    it('is a statement, a paragraph or a thread that its maker may read, and is told to who may read it', async () => {
      const statement = await given.statement({ groupId: group });
      const { id: thread } = await given.thread(statement);
      const responsible = { personIds: [omar.personId], organisationId: null };
      const task = await add(leila, { about: { kind: 'thread', id: thread }, responsible });
      expect(task.about).toMatchObject({ kind: 'thread', id: thread, statementId: statement });
      expect((await noor.get(`statements/${statement}/tasks`)).body.items).toMatchObject([{ id: task.id }]);
      // Responsible for the task, and not a reader of the group's text: not even its name.
      expect((await omar.get(`tasks/${task.id}`)).body.about).toBeNull();
      expect((await omar.get(`statements/${statement}/tasks`)).status).toBe(404);
      const hidden = await given.statement({ groupId: await given.group() });
      for (const about of [
        { kind: 'statement', id: hidden },
        { kind: 'thread', id: newId() },
        { kind: 'suggestion', id: newId() },
        { kind: 'paragraph', id: statement, paragraphId: 'y9.9' },
        { kind: 'paragraph', id: statement },
      ])
        expect(await codeOf(leila.post('tasks', { title: 'A', groupId: group, about }))).toEqual([
          ...[422, 'task.about-unknown'],
        ]);
    });
  });

  it('is deleted and restored, and what was deleted is nowhere', async () => {
    const { id } = await add(leila);
    expect(await codeOf(noor.delete(`tasks/${id}`))).toEqual([403, 'task.forbidden']);
    expect((await leila.delete(`tasks/${id}`)).status).toBe(204);
    expect(await codeOf(leila.get(`tasks/${id}`))).toEqual([404, 'task.not-found']);
    expect((await board(leila)).some((each) => each.id === id)).toBe(false);
    expect((await leila.post(`tasks/${id}/restore`, {})).body).toMatchObject({ id, state: 'to_do' });
    const toDo = (await board(leila)).filter(({ state }) => state === 'to_do');
    expect(toDo.at(-1)).toMatchObject({ id });
  });

  it('STM-29, TSK-10 words that are erased from a statement go from what is to be done about it', async () => {
    const name = 'Amal Haddad';
    const statement = await given.statement({
      groupId: group,
      paragraphs: [{ text: `We ask ${name} to speak.` }],
    });
    const { body: history } = await amara.get(`statements/${statement}/history`);
    const at = history.last.seq as number;
    const { paragraphs } = (await amara.get(`statements/${statement}/history/moments/${at}`)).body;
    const paragraphId = paragraphs[0].id as string;
    const about = { kind: 'paragraph', id: statement, paragraphId };
    const task = await add(leila, { title: `Write to ${name}`, notes: `${name} is ill.`, about });
    await leila.put(`tasks/${task.id}/steps/${newId()}`, { text: `Find ${name}`, isDone: false });
    expect(task.about.quote).toContain(name);
    const passage = { at, paragraphId, from: 7, to: 7 + name.length, reason: 'Asked for' };
    expect((await amara.post(`statements/${statement}/history/erasures`, passage)).status).toBe(201);
    const [row] = await rooms.database.query('SELECT * FROM task WHERE id = $1', [task.id]);
    expect(JSON.stringify(row)).not.toContain('Haddad');
    expect(row.title).toMatch(/^Write to /);
  });

  it('TSK-10 what was deleted is forgotten after thirty days', async () => {
    const { id } = await add(leila, { responsible: { personIds: [omar.personId], organisationId: null } });
    await leila.delete(`tasks/${id}`);
    const sweep = () => rooms.app.get(Retention).sweep();
    await sweep();
    expect((await leila.post(`tasks/${id}/restore`, {})).status).toBe(200);
    await leila.delete(`tasks/${id}`);
    await rooms.database.query(`UPDATE task SET deleted_at = now() - interval '31 days' WHERE id = $1`, [id]);
    await sweep();
    expect(await codeOf(leila.post(`tasks/${id}/restore`, {}))).toEqual([404, 'task.not-found']);
    expect(await rooms.database.query('SELECT FROM task_person WHERE task_id = $1', [id])).toEqual([]);
  });

  it('TSK-9 of who leaves nothing stays theirs, and a merged organisation’s tasks are the other’s', async () => {
    const person = await given.person();
    const [from, into] = [await given.organisation(), await given.organisation()];
    await given.representative(person, from, 'member');
    const id = await given.task({ groupId: group, people: [person], organisationId: from });
    const visitor = await rooms.as(person);
    expect((await visitor.get(`tasks/${id}`)).status).toBe(200);
    const merge = { into, reason: 'One now' };
    expect((await amara.post(`organisations/${from}/merge`, merge)).status).toBeLessThan(300);
    const organisationOf = async () => (await amara.get(`tasks/${id}`)).body.organisation?.id;
    await until(async () => (await organisationOf()) === into, 'the task to be the other organisation’s');
    expect((await visitor.get('me/export')).body.tasks.responsible).toMatchObject([{ taskId: id }]);
    const left = await visitor.post('me/leaving', { password: 'resist-reclaim-realise' });
    expect(left.status).toBeLessThan(300);
    expect((await amara.get(`tasks/${id}`)).body.people).toEqual([]);
  });
});
