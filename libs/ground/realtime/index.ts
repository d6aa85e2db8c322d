export * from './handshake.js';
export * from './hub.js';
export * from './one-frame.adapter.js';
export * from './realtime.adapter.js';
export * from './realtime.module.js';
