export * from './show';
export * from './words-of';
