import { io } from 'socket.io-client';
import { startPeer } from './process.mjs';

export const title = 'y-socket.io 1.1';

export const start = ({ again } = {}) => startPeer('y-socket.io', { again });

let documents = 0;
export const newDocument = async () => `bench-${process.pid}-${documents++}`;

export function connect({ port, document, onUpdate, onLost }) {
  return new Promise((ready, failed) => {
    const socket = io(`http://127.0.0.1:${port}/yjs|${document}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    });
    socket.once('connect_error', failed);
    socket.on('disconnect', () => onLost?.());
    socket.on('sync-update', (bytes) => onUpdate(new Uint8Array(bytes)));
    // The server listens once it has said its own.
    socket.once('sync-step-1', (_vector, answer) => {
      answer(new Uint8Array([0, 0]));
      socket.emit('sync-step-1', new Uint8Array([0]), (bytes) => {
        onUpdate(new Uint8Array(bytes), true);
        ready({
          clientId: null,
          send: (bytes) => socket.emit('sync-update', bytes),
          close: () => socket.disconnect(),
        });
      });
    });
  });
}
