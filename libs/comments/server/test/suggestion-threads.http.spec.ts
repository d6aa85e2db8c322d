import { newId } from '@plenary/ground/kernel';
import { commentScene, onStatement, words, type CommentScene } from './comment-scene.js';
import { begunBy, insert, sentBy } from './suggester.js';

describe('threads on suggestions over HTTP', () => {
  let scene: CommentScene;
  beforeAll(async () => {
    scene = await commentScene();
  });
  afterAll(() => scene.rooms.close());

  const about = (suggestionId: string) => ({ kind: 'suggestion', suggestionId });
  const sent = () => sentBy(scene.rooms, scene.noor, insert('all of us, '), scene.statement);
  const codeOf = ({ status, body }: { status: number; body: { error?: { code: string } } }) => [
    status,
    body.error?.code,
  ];
  const path = () => `statements/${scene.statement}/threads`;

  it('COM-13 quotes what is suggested as the server reads it, and is answered, unread and read as others are', async () => {
    const { id } = await sent();
    const thread = await scene.begun(scene.lin, {
      ...about(id),
      text: `Why, @[person:${scene.noor.personId}]?`,
    });
    expect(thread.place).toEqual({
      ...{ kind: 'suggestion', suggestionId: id, quote: 'all of us,' },
      ...{ anchor: null, print: null, paragraphId: null, before: '', after: '' },
    });
    expect(thread.comments[0].mentions).toMatchObject([{ name: 'Noor' }]);
    const line = async (by = scene.noor) =>
      (await by.get(`${path()}/places`)).body.items.find((each: { id: string }) => each.id === thread.id);
    expect(await line()).toMatchObject({ unreadCount: 1, place: { suggestionId: id } });
    await scene.noor.post(`threads/${thread.id}/comments`, words);
    const read = [{ threadId: thread.id, until: thread.comments[0].createdAt }];
    await scene.noor.put(`${path()}/read`, { read });
    expect(await line()).toMatchObject({ unreadCount: 0, commentCount: 2 });
    expect(await line(scene.lin)).toMatchObject({ unreadCount: 1 });
    for (const more of ['quote', 'place'])
      expect(codeOf(await scene.lin.post(path(), { ...onStatement, ...about(id), [more]: 'mine' }))[0]).toBe(
        400,
      );
    expect(codeOf(await scene.lin.post(path(), { ...onStatement, kind: 'suggestion' }))[0]).toBe(400);
  });

  it('COM-13 has an audience of its own', async () => {
    const { id } = await sent();
    const thread = await scene.begun(scene.noor, { ...about(id), audience: 'organisation' });
    expect((await scene.sami.get(`threads/${thread.id}`)).status).toBe(200);
    for (const other of [scene.lin, scene.chiara, scene.henrik])
      expect(codeOf(await other.get(`threads/${thread.id}`))).toEqual([404, 'comment.thread-not-found']);
  });

  it('COM-13 is begun on what was sent, upon the same statement, by who may comment', async () => {
    const draft = await begunBy(scene.rooms, scene.noor, scene.statement);
    const unknown = [404, 'suggestion.not-found'];
    for (const by of [scene.noor, scene.lin])
      expect(codeOf(await by.post(path(), { ...onStatement, ...about(draft.id) }))).toEqual(unknown);
    expect(codeOf(await scene.lin.post(path(), { ...onStatement, ...about(newId()) }))).toEqual(unknown);
    const { id } = await sent();
    const other = await scene.given.statement();
    expect(
      codeOf(await scene.lin.post(`statements/${other}/threads`, { ...onStatement, ...about(id) })),
    ).toEqual(unknown);
    expect(codeOf(await scene.henrik.post(path(), { ...onStatement, ...about(id) }))).toEqual([
      403,
      'statement.forbidden',
    ]);
  });

  it('COM-13 stays with the suggestion whatever becomes of it', async () => {
    const { id } = await sent();
    const thread = await scene.begun(scene.lin, about(id));
    const still = async () => (await scene.sami.get(`threads/${thread.id}`)).body;
    for (const act of ['accept', 'take-back', 'reject']) {
      expect(
        (await scene.chiara.post(`suggestions/${id}/${act}`, act === 'reject' ? { reason: '' } : {})).status,
      ).toBe(201);
      expect(await still()).toMatchObject({
        place: { suggestionId: id, quote: 'all of us,' },
        may: { reply: true },
      });
      expect((await scene.sami.post(`threads/${thread.id}/comments`, words)).status).toBe(201);
    }
    // Also about one that was decided something can be said.
    expect((await scene.begun(scene.sami, about(id))).place).toMatchObject({ suggestionId: id, quote: '' });
    const withdrawn = await sent();
    const last = await scene.begun(scene.lin, about(withdrawn.id));
    expect((await scene.noor.delete(`suggestions/${withdrawn.id}`)).status).toBe(204);
    expect((await scene.sami.get(`threads/${last.id}`)).status).toBe(200);
  });
});
