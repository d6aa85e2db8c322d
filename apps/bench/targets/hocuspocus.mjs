import * as encoding from 'lib0/encoding';
import { newerNode, startPeer } from './process.mjs';
import { connectBySync } from './sync-protocol.mjs';

export const title = 'Hocuspocus 4.7';

export async function start({ again } = {}) {
  const execPath = newerNode();
  if (!execPath) throw new Error('Hocuspocus needs Node 22, which could not be fetched');
  return startPeer('hocuspocus', { execPath, again });
}

let documents = 0;
export const newDocument = async () => `bench-${process.pid}-${documents++}`;

export const connect = ({ port, document, onUpdate, onLost }) =>
  connectBySync({
    url: `ws://127.0.0.1:${port}`,
    prefix: document,
    hello(socket) {
      const encoder = encoding.createEncoder();
      encoding.writeVarString(encoder, document);
      encoding.writeVarUint(encoder, 2); // authentication
      encoding.writeVarUint(encoder, 0); // a token
      encoding.writeVarString(encoder, 'none');
      socket.send(encoding.toUint8Array(encoder));
    },
    onUpdate,
    onLost,
  });
