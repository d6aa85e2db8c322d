import { io } from 'socket.io-client';
import { startPeer } from './process.mjs';

export const title = 'bare Socket.IO relay';

export const start = ({ again } = {}) => startPeer('relay', { again });

let documents = 0;
export const newDocument = async () => `bench-${process.pid}-${documents++}`;

export function connect({ port, document, onUpdate, onLost }) {
  return new Promise((ready, failed) => {
    const socket = io(`http://127.0.0.1:${port}`, {
      auth: { document },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    });
    socket.once('connect_error', failed);
    socket.on('disconnect', () => onLost?.());
    socket.on('update', (bytes) => onUpdate(new Uint8Array(bytes)));
    socket.once('connect', () =>
      ready({
        clientId: null,
        send: (bytes) => socket.emit('update', bytes),
        close: () => socket.disconnect(),
      }),
    );
  });
}
