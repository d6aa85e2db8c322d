import { until } from '@plenary/ground/testing';
import { commentScene, words, type CommentScene } from './comment-scene.js';

describe('COM-12 comments, when people leave and organisations become one', () => {
  let scene: CommentScene;
  beforeAll(async () => {
    scene = await commentScene();
  });
  afterAll(() => scene.rooms.close());

  it('a person takes along all that they said, also where they may read it no more', async () => {
    const inner = await scene.begun(scene.sami, { audience: 'organisation', text: 'Said inside' });
    const open = await scene.begun(scene.noor);
    await scene.sami.post(`threads/${open.id}/comments`, { ...words, text: 'Said to all' });
    await scene.sami.put(`comments/${open.comments[0].id}/translations/fr`, { text: 'Un mot' });
    await scene.sami.put(`threads/${inner.id}/outcome`, { outcome: 'noted', note: 'Decided' });
    const until = open.comments[0].createdAt;
    await scene.sami.put(`statements/${scene.statement}/threads/read`, {
      read: [{ threadId: open.id, until }],
    });
    const { body } = await scene.sami.get('me/export');
    expect(body.comments).toMatchObject({
      comments: [
        { text: 'Said inside', threadId: inner.id, statementId: scene.statement, audience: 'organisation' },
        { text: 'Said to all', threadId: open.id, language: 'en' },
      ],
      translations: [{ language: 'fr', text: 'Un mot' }],
      resolved: [{ id: inner.id, outcome: 'noted', outcomeNote: 'Decided' }],
      read: [{ threadId: open.id }],
    });
    expect((await scene.lin.get('me/export')).body.comments.comments).toEqual([]);
  });

  it('of who leaves, what they said stays under a name that says nothing', async () => {
    const { given, rooms } = scene;
    const gone = await rooms.as(await given.person('Somebody Known'));
    await given.representative(gone.personId, scene.others, 'member');
    const { id } = await scene.begun(gone, { text: 'Left behind' });
    const until = (await scene.noor.get(`threads/${id}`)).body.createdAt;
    await gone.put(`statements/${scene.statement}/threads/read`, { read: [{ threadId: id, until }] });
    const left = await gone.post('me/leaving', { password: 'resist-reclaim-realise' });
    expect(left.status).toBeLessThan(300);
    const { comments } = (await scene.noor.get(`threads/${id}`)).body;
    expect(comments[0]).toMatchObject({ text: 'Left behind', author: { personId: null } });
    expect(JSON.stringify(comments)).not.toContain('Somebody Known');
    const { items } = (await scene.noor.get(`statements/${scene.statement}/threads/places`)).body;
    const place = items.find((each: { id: string }) => each.id === id);
    expect(place.author).toMatchObject({ personId: null, name: comments[0].author.name });
    expect(comments[0].author.name).not.toBe('');
    const kept = await rooms.database.query('SELECT FROM comment_thread_read WHERE person_id = $1', [
      gone.personId,
    ]);
    expect(kept).toEqual([]);
  });

  it('what was said for an organisation is said for the one that it became, and read by its people', async () => {
    const { given, rooms } = scene;
    const [old, next] = [
      await given.organisation({ name: 'Old' }),
      await given.organisation({ name: 'Next' }),
    ];
    const [mine, theirs] = [await rooms.as(await given.person()), await rooms.as(await given.person())];
    await given.representative(mine.personId, old, 'focal_point');
    await given.representative(theirs.personId, next, 'member');
    const enteredFor = { name: 'Somebody', organisationId: old, source: 'letter' };
    const inner = await scene.begun(mine, { audience: 'organisation' });
    const open = await scene.begun(mine);
    await scene.amara.post(`threads/${open.id}/comments`, { ...words, enteredFor });
    await mine.put(`comments/${open.comments[0].id}/translations/fr`, { text: 'Un mot' });
    await mine.put(`threads/${open.id}/outcome`, { outcome: 'noted', note: '' });
    expect((await theirs.get(`threads/${inner.id}`)).status).toBe(404);
    const merged = await scene.amara.post(`organisations/${old}/merge`, { into: next, reason: 'One now' });
    expect(merged.status).toBeLessThan(300);
    await until(async () => (await theirs.get(`threads/${inner.id}`)).status === 200, 'the thread moved');
    expect((await mine.get(`threads/${inner.id}`)).body.organisation).toMatchObject({ id: next });
    const { organisation, outcome, comments } = (await scene.lin.get(`threads/${open.id}`)).body;
    const names = [
      ...[organisation, outcome.by.organisation, comments[0].author.organisation],
      ...[comments[0].translations[0].by.organisation, comments[1].enteredFor.organisation],
    ];
    expect(names.map((each) => each?.name)).toEqual(['Next', 'Next', 'Next', 'Next', 'Next']);
  });
});
