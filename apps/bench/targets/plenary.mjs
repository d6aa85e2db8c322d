/** Plenary: the built server with its own embedded PostgreSQL, spoken to as docs/protocol.md says. */
import { createRequire } from 'node:module';
import { io } from 'socket.io-client';
import * as parser from 'socket.io-msgpack-parser';
import { ask, signInAsCoordinator } from '../load/http.mjs';
import { clearsUp } from './process.mjs';

const require = createRequire(import.meta.url);
const { startServer } = require('../../../libs/ground/testing/built-server.cjs');
const {
  databaseOf,
  peopleWithTokens,
} = require('../../../libs/organisations/testing/people-with-tokens.cjs');

export const title = 'Plenary';

/** A folder for CPU profiles of the server, when it is wanted. */
const profiles = process.env.PROFILE;
const nodeArgs = [...clearsUp, ...(profiles ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`] : [])];

export async function start({ again } = {}) {
  const server = await startServer({
    nodeArgs,
    ...(again ? { dataDir: again.folder, port: again.port } : {}),
  });
  return {
    port: server.port,
    folder: server.dataDir,
    pid: server.pid,
    databasePid: databaseOf(server).pid,
    access: again?.access ?? (await letIn(server)),
    kill: () => server.kill(),
    async stop() {
      await server.stop();
      server.forget();
    },
  };
}

/** Limits are kept by person, so each client is one. */
const people = 1_500;

async function letIn(server) {
  const cookie = await signInAsCoordinator(server.url);
  return { cookie, tokens: await peopleWithTokens(server, people) };
}

/** Makes an empty text that the benchmark may write in; answers its name. */
export async function newDocument({ port, access }) {
  const url = `http://127.0.0.1:${port}`;
  const begun = { title: 'Benchmark', ownerKind: 'coalition', language: 'en' };
  const answer = await ask(url, access.cookie, 'POST', '/api/statements', begun);
  const { id } = await answer.json();
  return `statement:${id}`;
}

/** As a browser has it: Yjs reads Node's Buffers more slowly. */
const plain = (bytes) => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Whose turn it is; the processes of the load begin apart from each other. */
let turn = process.pid * 911;

/** A light client: no text of its own unless the load keeps one. */
export function connect({ port, access, document, writes, onUpdate, onLost }) {
  return new Promise((ready, failed) => {
    const socket = io(`http://127.0.0.1:${port}`, {
      auth: { protocol: 1, token: access.tokens[turn++ % access.tokens.length] },
      parser,
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    });
    socket.once('connect_error', failed);
    socket.on('disconnect', () => onLost?.());
    socket.on('document:updates', ({ update }) => onUpdate(plain(update)));
    socket.once('connect', async () => {
      const answer = await socket.emitWithAck('document:join', {
        document,
        model: 2,
        schema: 2,
        epoch: null,
        stateVector: new Uint8Array([0]),
        clientIds: writes ? 1 : 0,
      });
      if (answer.error) return failed(new Error(answer.error.code));
      onUpdate(plain(answer.update), true);
      ready({
        clientId: answer.clientIds[0],
        /** `saved` is called once the server says that the update is committed. */
        send: (update, saved) =>
          socket.emit('document:push', { document, epoch: answer.epoch, update }, (said) =>
            saved?.(said.error?.code),
          ),
        close: () => socket.disconnect(),
      });
    });
  });
}
