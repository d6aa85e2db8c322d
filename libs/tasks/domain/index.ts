export * from './vocabulary.js';
export * from './due.js';
export * from './task-rights.js';
export * from './task.view.js';
export * from './tasks.errors.js';
export * from './tasks.events.js';
export * from './tasks.permissions.js';
export * from './words.js';
