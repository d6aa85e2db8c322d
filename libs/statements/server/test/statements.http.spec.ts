import { newId } from '@plenary/ground/kernel';
import { until, type HttpAnswer } from '@plenary/ground/testing';
import type { Visitor } from '@plenary/organisations/testing';
import { documentOf } from '@plenary/statements/domain';
import { startStatements, type StatementsUnderTest } from '@plenary/statements/testing';

describe('statements over HTTP', () => {
  let rooms: StatementsUnderTest;
  let amara: Visitor;
  let chiara: Visitor;
  let mateo: Visitor;
  let rosa: Visitor;
  let stranger: Visitor;
  let group: string;

  const begin = (change: object = {}) => ({
    title: 'Our call',
    ownerKind: 'coalition',
    language: 'en',
    ...change,
  });
  /** Answers its id. */
  const begun = async (visitor: Visitor, change: object = {}): Promise<string> =>
    (await visitor.post('statements', begin(change))).body.id;

  beforeAll(async () => {
    rooms = await startStatements();
    const { given } = rooms;
    await given.coalition('Test coalition');
    const [coordinator, penholder, delegate, lead, nobody] = await given.people(5);
    await given.role(coordinator!, 'coordinator');
    await given.role(penholder!, 'penholder');
    await given.representative(delegate!, await given.organisation());
    group = await given.group('Women in migration');
    await given.member(group, lead!, 'lead');
    [amara, chiara, mateo, rosa, stranger] = (await Promise.all(
      [coordinator!, penholder!, delegate!, lead!, nobody!].map(rooms.as),
    )) as [Visitor, Visitor, Visitor, Visitor, Visitor];
  });
  afterAll(() => rooms.close());

  it('STM-7 begins a statement, with its text and its events in one transaction', async () => {
    const answer = await amara.post('statements', begin({ title: '  Our\n call ' }));
    expect(answer).toMatchObject({
      status: 201,
      body: {
        title: 'Our call',
        owner: { kind: 'coalition', groupId: null, name: 'Test coalition' },
        stage: 'drafting',
        right: 'manage',
        wordCount: 0,
      },
    });
    const { id } = answer.body;
    expect(await rooms.eventsOf(id)).toMatchObject([
      { name: 'statement.created', payload: { title: 'Our call' }, actor_id: amara.personId },
    ]);
    expect((await amara.get(`statements/${id}/text`)).body).toBe('Our call\n');
  });

  it('STM-14 what is made of a text is made soon after it begins, though nobody writes in it', async () => {
    const isMade = async (id: string) =>
      (
        await rooms.database.query('SELECT FROM collab_projection WHERE document_id = $1 AND seq = 1', [
          documentOf(id),
        ])
      ).length === 2;
    // What lags when the house opens is looked for once, and then what lags for long.
    const first = await rooms.given.statement();
    await until(() => isMade(first), 'words and stretches of what was there');
    await rooms.database.query('UPDATE collab_projection SET seq = 0 WHERE document_id = $1', [
      documentOf(first),
    ]);
    const { id } = (await amara.post('statements', begin({ title: 'Begun and left' }))).body;
    await until(() => isMade(id), 'words and stretches of a text that has begun');
    expect(await isMade(first)).toBe(false);
  });

  it('STM-7 who begins a statement without managing it by role is given that right', async () => {
    const answer = await chiara.post('statements', begin());
    expect(answer).toMatchObject({ status: 201, body: { right: 'manage' } });
    const { id } = answer.body;
    const names = (await rooms.eventsOf(id)).map((event) => event.name);
    expect(names).toEqual(['statement.created', 'statement.right-granted']);
    expect(await chiara.patch(`statements/${id}`, { title: 'Another name' })).toMatchObject({
      status: 200,
      body: { title: 'Another name', right: 'manage' },
    });
  });

  it('STM-7 refuses those who may not begin one, and leaves nothing behind', async () => {
    const title = 'Nobody may begin this';
    for (const [visitor, asked] of [
      [mateo, begin({ title })],
      [rosa, begin({ title })],
      [chiara, begin({ title, ownerKind: 'group', groupId: group })],
    ] as const) {
      expect(await visitor.post('statements', asked)).toMatchObject({
        status: 403,
        body: { error: { code: 'statement.may-not-create' } },
      });
    }
    const left = `SELECT 1 FROM event_log WHERE payload ->> 'title' = $1
                  UNION ALL SELECT 1 FROM statement WHERE title = $1`;
    expect(await rooms.database.query(left, [title])).toEqual([]);
  });

  it('STM-1 refuses titles that are empty or too long, with a code that has a sentence', async () => {
    const codeFor = async (title: string) =>
      (await amara.post('statements', begin({ title }))).body.error.code as string;
    expect(await codeFor(' \n ')).toBe('statement.title-empty');
    expect(await codeFor('a'.repeat(201))).toBe('statement.title-too-long');
    expect(await codeFor('a'.repeat(5_000))).toBe('request.invalid');
  });

  it.each([
    ['a field that is not asked for', { stage: 'published' }],
    ['an owner in the body', { createdBy: newId() }],
    // Ids are the server's: whoever brings one is not told whether it is taken.
    ['an id', { id: newId() }],
    ['a group that is none', { ownerKind: 'group', groupId: 'women' }],
    ['no group for a group’s statement', { ownerKind: 'group' }],
    ['another owner', { ownerKind: 'person' }],
    ['a language that is none', { language: '<script>' }],
  ])('refuses %s', async (_, change) => {
    expect(await amara.post('statements', begin(change))).toMatchObject({
      status: 400,
      body: { error: { code: 'request.invalid' } },
    });
  });

  it('refuses an unknown group', async () => {
    const unknown = begin({ ownerKind: 'group', groupId: newId() });
    expect((await amara.post('statements', unknown)).body.error.code).toBe('statement.group-missing');
  });

  it('answers a command that arrives twice with its first answer', async () => {
    const asked = begin();
    const key = { 'Idempotency-Key': newId() };
    const answers = await Promise.all([1, 2, 3].map(() => amara.post('statements', asked, key)));
    for (const { status, body } of answers)
      expect({ status, body }).toEqual({ status: 201, body: answers[0]!.body });
    expect(await rooms.eventsOf(answers[0]!.body.id)).toHaveLength(1);
  });

  it('renames once, and writes down who it was', async () => {
    const id = await begun(amara);
    for (let i = 0; i < 2; i++) await amara.patch(`statements/${id}`, { title: 'Second name' });
    expect((await rooms.eventsOf(id)).slice(1)).toMatchObject([
      {
        name: 'statement.renamed',
        payload: { title: 'Second name', before: 'Our call' },
        actor_id: amara.personId,
      },
    ]);
    expect(await mateo.patch(`statements/${id}`, { title: 'Taken over' })).toMatchObject({
      status: 403,
      body: { error: { code: 'statement.forbidden', params: { held: 'comment', wanted: 'manage' } } },
    });
    expect(await stranger.patch(`statements/${id}`, { title: 'Taken over' })).toMatchObject({
      status: 404,
      body: { error: { code: 'statement.not-found' } },
    });
  });

  it('STM-6 what one may not read is in no list, no page and no count, and answers like nothing', async () => {
    const marker = 'Zorrillo';
    const id = await rooms.given.statement({
      title: `${marker} draft`,
      groupId: group,
      paragraphs: [{ text: marker }],
    });
    expect((await rosa.get(`statements?query=${marker}`)).body.items).toHaveLength(1);
    for (const visitor of [mateo, stranger]) {
      const answers = [
        await visitor.get('statements'),
        await visitor.get(`statements?query=${marker}`),
        await visitor.get(`statements?group=${group}`),
        await visitor.get(`statements/${id}`),
        await visitor.get(`statements/${id}/text`),
        await visitor.get(`statements/${id}/rights`),
        await visitor.put(`statements/${id}/grants`, { subjectKind: 'everyone', right: 'read' }),
        await visitor.delete(`statements/${id}/grants/${newId()}`),
      ];
      expect(JSON.stringify(answers)).not.toContain(marker);
      expect(answers.slice(3).map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404]);
      const unknown = await visitor.get(`statements/${newId()}`);
      const { requestId: _one, ...forbidden } = answers[3]!.body.error;
      const { requestId: _other, ...missing } = unknown.body.error;
      expect(forbidden).toEqual(missing);
    }
  });

  it('pages through statements, the last changed first', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.unshift(await rooms.given.statement({ title: `Paged ${i}` }));
    const seen: string[] = [];
    let cursor: string | null = '';
    do {
      const { body }: HttpAnswer = await mateo.get(`statements?query=paged&limit=2&cursor=${cursor}`);
      seen.push(...body.items.map((each: { id: string }) => each.id));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toEqual(ids);
  });

  it('STM-20 says how many there are, and who changed each last, and how', async () => {
    const marker = 'Quetzal';
    const first = await begun(amara, { title: `${marker} one` });
    const other = await begun(amara, { title: `${marker} two` });
    await chiara.patch(`statements/${other}`, { title: `${marker} anew` });
    await amara.patch(`statements/${other}`, { title: `${marker} once more` });
    const { body } = await amara.get(`statements?query=${marker}&limit=1`);
    expect(body.total).toBe(2);
    const { body: next } = await amara.get(`statements?query=${marker}&limit=1&cursor=${body.nextCursor}`);
    expect(next.total).toBeNull();
    const lines = [...body.items, ...next.items] as { id: string; lastChange: unknown }[];
    const lastOf = (id: string) => lines.find((line) => line.id === id)!.lastChange;
    const by = { personId: amara.personId };
    expect(lastOf(first)).toMatchObject({ kind: 'begun', by });
    expect(lastOf(other)).toMatchObject({ kind: 'renamed', by });
    expect((await stranger.get(`statements?query=${marker}`)).body.total).toBe(0);
  });

  it('reads a statement out with paragraph numbers', async () => {
    const id = await rooms.given.statement({
      title: 'Read aloud',
      paragraphs: [
        { text: 'Recalling,', kind: 'preambular' },
        { text: 'Calls upon', kind: 'operative' },
      ],
    });
    const { status, body, headers } = await mateo.get(`statements/${id}/text`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/plain');
    expect(body).toBe('Read aloud\n\nPP1  Recalling,\n\nOP1  Calls upon\n');
  });
});
