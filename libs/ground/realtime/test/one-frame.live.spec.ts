import type { Socket } from 'socket.io-client';
import { hall, HallDoor, heard, openSocket, startTestApp, type TestApp } from '@plenary/ground/testing';
import { Hub, roomOf } from '../index.js';

interface Line {
  transport: { name: string; socket?: { _socket: { write(bytes: Buffer): boolean } } };
}

describe('a message to a room', () => {
  let test: TestApp;
  let hub: Hub;
  let sockets: Socket[] = [];
  beforeAll(async () => {
    test = await startTestApp(hall());
    test.app.get(HallDoor).admit('known');
    hub = test.app.get(Hub);
    const auth = { token: 'known' };
    const transports = ['websocket', 'websocket', 'websocket', 'websocket', 'polling'] as const;
    sockets = await Promise.all(transports.map((transport) => openSocket(test.url, { auth, transport })));
  });
  afterAll(async () => {
    sockets.forEach((socket) => socket.close());
    await test.close();
  });

  /** What is written to each WebSocket's connection from now on. */
  function watchLines(): Buffer[][] {
    const lines = Object.values((hub.server.engine as unknown as { clients: Record<string, Line> }).clients);
    return lines.flatMap(({ transport }) => {
      if (transport.name !== 'websocket') return [];
      const handed: Buffer[] = [];
      const line = transport.socket!._socket;
      const write = line.write.bind(line);
      line.write = (bytes) => {
        handed.push(bytes);
        return write(bytes);
      };
      return [handed];
    });
  }

  it('SYNC-41 is one binary frame, made once and shared by all receivers', async () => {
    const lines = watchLines();
    expect(lines).toHaveLength(4);
    const update = Buffer.from([1, 2, 3, 250, 251, 252]);
    const message = { document: 'statement:1', from: 1, to: 2, update };
    const told = sockets.map((socket) => heard<typeof message>(socket, 'document:updates'));
    hub.toRoom(roomOf.everybody, 'document:updates', message);
    for (const { update: bytes, ...rest } of await Promise.all(told)) {
      expect(rest).toEqual({ document: 'statement:1', from: 1, to: 2 });
      expect(Buffer.from(bytes)).toEqual(update);
    }
    const [first] = lines[0]!;
    for (const handed of lines) {
      expect(handed).toHaveLength(1);
      // The same bytes in memory, not equal ones.
      expect(handed[0]).toBe(first);
    }
    expect(first![0]).toBe(0x82);
  });

  it('arrives whole when it is long', async () => {
    const update = Buffer.alloc(400_000, 7);
    const told = sockets.map((socket) => heard<{ update: Uint8Array }>(socket, 'long', 5_000));
    hub.toRoom(roomOf.everybody, 'long', { update });
    for (const { update: bytes } of await Promise.all(told)) expect(update.equals(bytes)).toBe(true);
  });
});
