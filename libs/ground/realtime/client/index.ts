export * from './emitter.js';
export { PlenaryConnection, type ConnectionOptions } from './plenary-connection.js';
export * from './refusal.js';
