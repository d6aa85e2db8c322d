export * from './looks.permissions.js';
export * from './looks.errors.js';
export * from './looks.events.js';
export * from './vocabulary.js';
