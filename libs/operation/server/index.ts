export * from './operation.module.js';
