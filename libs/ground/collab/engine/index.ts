export * from './collab-engine.js';
export * from './document-schema.js';
export * from './memory-doc-store.js';
export * from './ports.js';
export { refuse } from './refuse.js';
export * from './unique-block-ids.js';
