// y-socket.io with its LevelDB.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { YSocketIO } from 'y-socket.io/dist/server';

const [port, folder] = process.argv.slice(2);
const server = createServer();
new YSocketIO(new Server(server), { levelPersistenceDir: folder }).initialize();
server.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
