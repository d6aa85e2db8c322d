export * from './erasure.js';
export * from './comparison.js';
export * from './history-right.js';
export * from './history.view.js';
export * from './moment.js';
export * from './shares.js';
export * from './stretches.js';
export * from './version-name.js';
export { wordsOf } from './words.js';
