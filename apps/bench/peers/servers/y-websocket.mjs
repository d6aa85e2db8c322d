// The server that comes with y-websocket, with its LevelDB.
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const [port, folder] = process.argv.slice(2);
process.env.YPERSISTENCE = folder;
const { setupWSConnection } = createRequire(import.meta.url)('y-websocket/bin/utils');

const server = createServer();
new WebSocketServer({ server }).on('connection', setupWSConnection);
server.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
