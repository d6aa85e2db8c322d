import { startPeer } from './process.mjs';
import { connectBySync } from './sync-protocol.mjs';

export const title = 'y-websocket 2.1 server';

export const start = ({ again } = {}) => startPeer('y-websocket', { again });

let documents = 0;
export const newDocument = async () => `bench-${process.pid}-${documents++}`;

export const connect = ({ port, document, onUpdate, onLost }) =>
  connectBySync({ url: `ws://127.0.0.1:${port}/${document}`, onUpdate, onLost });
