// A bare Socket.IO relay: what comes from one goes to all others of the room. Nothing is checked or kept.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const [port] = process.argv.slice(2);
const server = createServer();
new Server(server).on('connection', (socket) => {
  const room = socket.handshake.auth.document;
  socket.join(room);
  socket.on('update', (bytes) => socket.to(room).emit('update', bytes));
});
server.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
