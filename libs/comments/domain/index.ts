export * from './comments.errors.js';
export * from './comments.events.js';
export * from './comments.permissions.js';
export * from './threads/mentions.js';
export * from './threads/thread-rights.js';
export * from './threads/thread.view.js';
export * from './threads/vocabulary.js';
export * from './threads/words.js';
