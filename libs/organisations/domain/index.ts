export * from './countries.js';
export * from './organisation-state.js';
export * from './organisation.view.js';
export * from './organisations.errors.js';
export * from './organisations.events.js';
export * from './sort-name.js';
export * from './standing.js';
export * from './vocabulary.js';
