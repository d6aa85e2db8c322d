export { startServer, type BuiltServer } from './built-server.cjs';
export * from './contracts/doc-store.contract.js';
export * from './fake-clock.js';
export * from './http-client.js';
export * from './test-app.js';
export * from './network/no-websockets.js';
export * from './network/unreliable-line.js';
export * from './open-socket.js';
export * from './test-hall.js';
