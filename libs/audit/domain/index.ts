export * from './activity-readers.js';
export * from './activity.js';
export * from './activity-line.js';
export * from './audit.permissions.js';
export * from './audit.errors.js';
export * from './audit.events.js';
