import type { Socket } from 'socket.io-client';
import { defineEvent, newId } from '@plenary/ground/kernel';
import { newsNotices, type NewsMessage } from '@plenary/ground/realtime/protocol';
import { UnitOfWork } from '@plenary/ground/server';
import { hall, HallDoor, heard, openSocket, startTestApp, type TestApp } from '@plenary/ground/testing';
import { Hub, roomOf } from '../index.js';

const lampLit = defineEvent<'lamp.lit', { personId: string; secret: string }>({
  name: 'lamp.lit',
  audience: ({ payload }) => ({ kind: 'people', personIds: [payload.personId] }),
});
const sessionEnded = defineEvent<'session.ended', object>({
  name: 'session.ended',
  audience: () => ({ kind: 'nobody' }),
});

describe('sockets', () => {
  let test: TestApp;
  let door: HallDoor;
  const open: Socket[] = [];
  beforeAll(async () => {
    test = await startTestApp(hall());
    door = test.app.get(HallDoor);
    door.admit('known');
  });
  afterEach(() => open.splice(0).forEach((socket) => socket.close()));
  afterAll(() => test.close());

  const connect = async (
    ...wish: Parameters<typeof openSocket> extends [string, ...infer Rest] ? Rest : never
  ) => {
    const socket = await openSocket(test.url, ...wish);
    open.push(socket);
    return socket;
  };
  const cookie = 'plenary_session=known';

  describe.each(['websocket', 'polling'] as const)('over %s', (transport) => {
    it.each([
      ['foreign', { origin: 'https://elsewhere.example' }],
      ['null', { origin: 'null' }],
      ['missing', {}],
    ])('an origin that is %s with a cookie is refused', async (_, origin) => {
      await expect(connect({ transport, headers: { cookie, ...origin } as never })).rejects.toThrow('closed');
    });

    it('a foreign origin is refused with a token, too, and without either', async () => {
      const headers = { origin: 'https://elsewhere.example' };
      await expect(connect({ transport, headers, auth: { token: 'known' } })).rejects.toThrow('closed');
      await expect(connect({ transport, headers })).rejects.toThrow('closed');
    });

    it('a page of ours comes in with its cookie, a script with its token', async () => {
      expect((await connect({ transport, headers: { cookie, origin: test.url } })).connected).toBe(true);
      expect((await connect({ transport, auth: { token: 'known' } })).connected).toBe(true);
    });

    it('nobody comes in unknown, or with another protocol, and is told why', async () => {
      await expect(connect({ transport })).rejects.toThrow('session.ended');
      await expect(connect({ transport, auth: { token: 'unknown' } })).rejects.toThrow('session.ended');
      for (const protocol of [0, '1', null, {}]) {
        const auth = { token: 'known', protocol };
        await expect(connect({ transport, auth })).rejects.toThrow('protocol.unsupported');
      }
    });
  });

  it('an event reaches its audience alone, by name and subject and without its payload', async () => {
    const who = door.admit('lamplighter');
    const hers = await connect({ auth: { token: 'lamplighter' } });
    const other = await connect({ auth: { token: 'known' } });
    const others: unknown[] = [];
    other.onAny((...message) => others.push(message));
    const subject = { kind: 'lamp', id: newId() };
    const told = heard<NewsMessage>(hers, newsNotices.news);
    await test.app
      .get(UnitOfWork)
      .run(null, (tx) => tx.events.append(lampLit(subject, { personId: who.personId, secret: 'marker' })));
    expect(await told).toEqual({ name: 'lamp.lit', subject });
    // What is said to everybody afterwards comes after it.
    const here = heard(other, 'here');
    test.app.get(Hub).toRoom(roomOf.everybody, 'here', {});
    await here;
    expect(others).toEqual([['here', {}]]);
  });

  it('a session that ends takes all its sockets with it within 2 s, and they do not come back', async () => {
    const { sessionId } = door.admit('leaving');
    const sockets = await Promise.all([1, 2, 3].map(() => connect({ auth: { token: 'leaving' } })));
    const other = await connect({ auth: { token: 'known' } });
    const ended = sockets.map((socket) =>
      Promise.all([heard(socket, 'session:ended'), heard(socket, 'disconnect')]),
    );
    door.forget('leaving');
    await test.app
      .get(UnitOfWork)
      .run(null, (tx) => tx.events.append(sessionEnded({ kind: 'session', id: sessionId }, {})));
    await Promise.all(ended);
    expect(other.connected).toBe(true);
    await expect(connect({ auth: { token: 'leaving' } })).rejects.toThrow('session.ended');
  });

  it('a session that runs out takes its socket with it', async () => {
    door.admit('short', { expiresAt: Date.now() + 400 });
    const socket = await connect({ auth: { token: 'short' } });
    await Promise.all([heard(socket, 'session:ended'), heard(socket, 'disconnect')]);
  });

  it('a session that ended while its socket was let in does not keep it', async () => {
    door.admit('racing');
    const { server } = test.app.get(Hub);
    // The last moment before the socket can be reached: its session is gone, and the news has been told.
    const forget = () => door.forget('racing');
    server.sockets.adapter.once('join-room', forget);
    const socket = await connect({ auth: { token: 'racing' } });
    if (socket.connected) await heard(socket, 'disconnect');
    expect(socket.connected).toBe(false);
  });

  it('a message that breaks all shapes does not break the line for others', async () => {
    const other = await connect({ auth: { token: 'known' } });
    const rude = await connect({ auth: { token: 'known' } });
    rude.emit('nothing:known', { deep: { deeper: [1, 2, 3] } });
    rude.emit('news', 'x'.repeat(1_000_000));
    rude.emit('news', Buffer.alloc(3_000_000));
    await heard(rude, 'disconnect', 5_000);
    const told = heard(other, 'here');
    test.app.get(Hub).toRoom(roomOf.everybody, 'here', {});
    await told;
  });
});
