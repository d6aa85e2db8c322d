import {
  newsNotices,
  newsRequests,
  protocolVersion,
  type NewsMessage,
} from '@plenary/ground/realtime/protocol';
import { openSocket, until } from '@plenary/ground/testing';
import type { Visitor } from '@plenary/organisations/testing';
import { startComments, type CommentsUnderTest } from '@plenary/comments/testing';

describe('comments over HTTP', () => {
  let rooms: CommentsUnderTest;
  let coordinator: Visitor;
  let member: Visitor;

  beforeAll(async () => {
    rooms = await startComments();
    const { given } = rooms;
    const [first, second] = await given.people(2);
    await given.role(first!, 'coordinator');
    await given.representative(second!, await given.organisation(), 'member');
    [coordinator, member] = [await rooms.as(first!), await rooms.as(second!)];
  });
  afterAll(() => rooms.close());

  const names = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name);

  it('are none at first, and then in order, page by page', async () => {
    expect((await member.get('comments')).body).toEqual({ items: [], nextCursor: null });
    for (const name of ['Nairobi', 'Geneva', 'Quito']) {
      expect((await coordinator.post('comments', { name })).status).toBe(201);
    }
    const first = (await member.get('comments?limit=2')).body;
    expect(names(first)).toEqual(['Geneva', 'Nairobi']);
    const second = (await member.get(`comments?limit=2&cursor=${first.nextCursor}`)).body;
    expect([names(second), second.nextCursor]).toEqual([['Quito'], null]);
  });

  it('COM-1 have a name that says something', async () => {
    const { status, body } = await coordinator.post('comments', { name: ' ' });
    expect([status, body.error.code]).toEqual([422, 'comment.name-empty']);
    expect((await coordinator.post('comments', {})).status).toBe(400);
  });

  it('COM-2 are added by coordinators alone, and it is written down', async () => {
    const { status, body } = await member.post('comments', { name: 'Manila' });
    expect([status, body.error.code]).toEqual([403, 'comment.forbidden']);
    expect((await rooms.nobody.get('comments')).status).toBe(401);
    const added = await coordinator.post('comments', { name: 'Amman' });
    expect(await rooms.eventsOf(added.body.id)).toMatchObject([
      { name: 'comment.added', actor_id: coordinator.personId },
    ]);
  });

  it('are news to whoever has the list before them', async () => {
    const { cookie } = await rooms.signIn(`${member.personId}@people.example`, 'resist-reclaim-realise');
    const socket = await openSocket(rooms.url, {
      headers: { cookie: cookie!, origin: rooms.url },
      auth: { protocol: protocolVersion },
    });
    await socket.emitWithAck(newsRequests.follow, { subjects: [{ kind: 'comment' }] });
    const told: string[] = [];
    socket.on(newsNotices.news, ({ name, subject }: NewsMessage) => told.push(`${name} ${subject.id}`));
    const { body } = await coordinator.post('comments', { name: 'Dakar' });
    await until(async () => told.includes(`comment.added ${body.id}`), 'the news of what was added');
    socket.close();
  });
});
