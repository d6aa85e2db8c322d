export * from './comments.permissions.js';
export * from './comments.errors.js';
export * from './comments.events.js';
export * from './comments.rules.js';
export * from './comment.view.js';
