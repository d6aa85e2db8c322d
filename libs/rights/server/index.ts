export * from './rights.module.js';
