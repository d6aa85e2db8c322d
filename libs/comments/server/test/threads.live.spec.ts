import type { Socket } from 'socket.io-client';
import { newsNotices, newsRequests, type NewsMessage } from '@plenary/ground/realtime/protocol';
import { openSocket, until } from '@plenary/ground/testing';
import type { Visitor } from '@plenary/organisations/testing';
import { commentScene, words, type CommentScene } from './comment-scene.js';

describe('news of threads', () => {
  let scene: CommentScene;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    scene = await commentScene();
  });
  afterAll(async () => {
    sockets.forEach((socket) => socket.close());
    await scene.rooms.close();
  });

  /** What somebody is told who has the threads of a statement before them. */
  async function listen({ personId }: Visitor): Promise<NewsMessage[]> {
    const { cookie } = await scene.rooms.signIn(`${personId}@people.example`, 'resist-reclaim-realise');
    const socket = await openSocket(scene.rooms.url, {
      headers: { cookie: cookie!, origin: scene.rooms.url },
    });
    sockets.push(socket);
    const told: NewsMessage[] = [];
    socket.on(newsNotices.news, (message: NewsMessage) => told.push(message));
    await socket.emitWithAck(newsRequests.follow, { subjects: [{ kind: 'thread' }] });
    return told;
  }
  const of = (told: readonly NewsMessage[], id: string) =>
    told.filter(({ subject }) => subject.id === id).map(({ name }) => name);

  it('COM-1 reach those who may read the thread at that moment, and carry no words', async () => {
    const [noor, sami, lin] = [await listen(scene.noor), await listen(scene.sami), await listen(scene.lin)];
    const inner = await scene.begun(scene.noor, { audience: 'organisation', text: 'marker' });
    const open = await scene.begun(scene.noor, { text: 'marker' });
    await until(() => of(lin, open.id).length === 1, 'news of the open thread');
    expect([of(noor, inner.id), of(sami, inner.id), of(lin, inner.id)]).toEqual([
      ...[['comment.thread-begun'], ['comment.thread-begun'], []],
    ]);
    // Sami acts for that organisation no more, and hears of no reply.
    const gone = await scene.amara.delete(`organisations/${scene.ours}/people/${scene.sami.personId}`);
    expect(gone.status).toBeLessThan(300);
    const after = await listen(scene.sami);
    await scene.noor.post(`threads/${inner.id}/comments`, words);
    await scene.noor.post(`threads/${open.id}/comments`, words);
    await until(() => of(lin, open.id).length === 2, 'news of the reply');
    expect(of(noor, inner.id)).toEqual(['comment.thread-begun', 'comment.added']);
    expect([of(sami, inner.id), of(after, inner.id)]).toEqual([['comment.thread-begun'], []]);
    expect(JSON.stringify([noor, sami, lin, after])).not.toContain('marker');
  });
});
