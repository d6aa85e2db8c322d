export * from './group-standing.js';
export * from './group.view.js';
export * from './groups.permissions.js';
export * from './groups.errors.js';
export * from './groups.events.js';
export * from './vocabulary.js';
export * from './subjects.js';
