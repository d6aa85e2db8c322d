export * from './metrics.js';
export * from './recent-times.js';
export * from './serve-metrics.js';
