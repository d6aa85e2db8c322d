export * from './subject-kind.js';
export * from './subjects.js';
