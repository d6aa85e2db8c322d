export { openDeviceStore } from './device-store.js';
export { DocumentProvider } from './document-provider.js';
export type { Aside, DocumentStore, PendingWords } from './document-store.js';
export { MemoryStore } from './memory-store.js';
export { largestUpdate, type OpenOptions } from './open-options.js';
export { PlenaryConnection, type ConnectionOptions, type EventNotice } from './plenary-connection.js';
export type { ProviderStatus, RefusedWords } from './provider-status.js';
export { Refusal } from './refusal.js';
export { textOf, wordsOf } from './words.js';
