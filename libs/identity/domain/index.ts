export * from './identity.permissions.js';
export * from './identity.errors.js';
export * from './identity.events.js';
export * from './password.js';
export * from './vocabulary.js';
export * from './subjects.js';
