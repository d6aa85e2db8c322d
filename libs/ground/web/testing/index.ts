export * from './namespace-of';
export * from './show';
export * from './words-of';
