export * from './activity.js';
export * from './audit.errors.js';
export * from './audit.events.js';
