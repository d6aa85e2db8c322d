/**
 * Sockets of one person that say what is refused as fast as they can, and come back when they are shown out. A process of
 * its own, so that its work is not measured as the server's: `node flooders.mjs URL TOKEN DOCUMENT KIND SOCKETS`.
 */
import { randomBytes } from 'node:crypto';
import { io } from 'socket.io-client';
import * as parser from 'socket.io-msgpack-parser';

const [, , url, token, document, kind, sockets] = process.argv;

/** A state vector of as many clients as fit: their number, and for each an id and a clock. */
function largeVector() {
  const clients = 120_000;
  const bytes = [0xc0, 0xa9, 0x07];
  for (let i = 0; i < clients; i++) {
    const id = 0x80000000 + Math.floor(Math.random() * 0x7fffffff);
    for (let left = id; ; left = Math.floor(left / 128)) {
      bytes.push(left > 127 ? (left % 128) | 128 : left);
      if (left <= 127) break;
    }
    bytes.push(1);
  }
  return Uint8Array.from(bytes);
}

const join = (stateVector, clientIds) => ({
  ...{ document, model: 2, schema: 2, epoch: null, stateVector, clientIds },
});
const large = kind === 'joins' || kind === 'verifies' ? largeVector() : new Uint8Array(0);
const half = new Uint8Array(randomBytes(500_000));
const hash = '0'.repeat(64);
const said = {
  joins: () => ['document:join', join(large, 0)],
  verifies: () => ['document:verify', { document, stateVector: large, hash }],
  pushes: () => ['document:push', { document, epoch: 1, update: half }],
  words: () => ['document:push', { document, epoch: 1, update: new Uint8Array([0, 0]) }],
  carets: () => ['document:cursor', { document, clientId: 1, cursor: null }],
  nonsense: () => ['no-such-message', { document }],
};

/** Answers that a socket waits for at a time; whoever waits for none at all fills their own memory first. */
const ahead = kind === 'joins' || kind === 'verifies' || kind === 'pushes' ? 4 : 40;

for (let i = 0; i < Number(sockets); i++) {
  const socket = io(url, {
    ...{ auth: { protocol: 1, token }, parser, transports: ['websocket'], forceNew: true },
    ...{ reconnectionDelay: 50, reconnectionDelayMax: 100 },
  });
  let refused = 0;
  const say = () => {
    if (!socket.connected) return;
    const [name, message] = said[kind]();
    const wait = kind === 'nonsense' ? 20 : 5_000;
    socket.timeout(wait).emit(name, message, () => {
      refused++;
      setImmediate(say);
    });
  };
  socket.on('connect', async () => {
    await socket
      .timeout(10_000)
      .emitWithAck('document:join', join(new Uint8Array([0]), 0))
      .catch(() => null);
    for (let each = 0; each < ahead; each++) say();
  });
  // One that the server sent away, or did not let in, tries again by itself.
  socket.on('disconnect', (why) => why === 'io server disconnect' && setTimeout(() => socket.connect(), 50));
  socket.on('connect_error', () => socket.active || setTimeout(() => socket.connect(), 50));
  process.on('SIGTERM', () => {
    process.stdout.write(`${refused}\n`, () => process.exit());
  });
}
