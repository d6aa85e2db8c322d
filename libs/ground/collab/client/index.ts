export { openDeviceStore } from './device-store.js';
export type { DocumentProvider } from './document-provider.js';
export type { Aside, DocumentStore, PendingWords } from './document-store.js';
export { MemoryStore } from './memory-store.js';
export { openDocument } from './open-document.js';
export { largestUpdate, type OpenOptions } from './open-options.js';
export type { ProviderStatus, RefusedWords } from './provider-status.js';
export { textOf, wordsOf } from './words.js';
