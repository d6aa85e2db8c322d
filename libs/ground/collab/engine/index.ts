export * from './collab-engine.js';
export type { DocumentKind } from './document-kind.js';
export type { ServerWriting } from './document-session.js';
export { checkLayer } from './layer-check.js';
export * from './memory-doc-store.js';
export * from './ports.js';
export { refuse } from './refuse.js';
