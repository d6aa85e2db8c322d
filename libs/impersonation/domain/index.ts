export * from './impersonation.permissions.js';
export * from './impersonation.errors.js';
export * from './impersonation.events.js';
export * from './vocabulary.js';
