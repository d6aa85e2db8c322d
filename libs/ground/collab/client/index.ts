export { openDeviceStore } from './device-store.js';
export { DocumentProvider, largestUpdate, type OpenOptions } from './document-provider.js';
export type { DocumentStore } from './document-store.js';
export { MemoryStore } from './memory-store.js';
export { textOf, wordsOf } from './plain-text.js';
export { PlenaryConnection, type ConnectionOptions, type EventNotice } from './plenary-connection.js';
export type { ProviderStatus, RefusedWords } from './provider-status.js';
export { Refusal } from './refusal.js';
