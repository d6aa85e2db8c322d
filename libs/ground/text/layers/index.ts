export * from './deed.js';
export * from './layer.js';
export * from './layer-marks.js';
export * from './layer-parts.js';
export * from './read-layers.js';
export * from './rewording.js';
export * from './taking-in.js';
export * from './two-states.js';
