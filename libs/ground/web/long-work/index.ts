/** A door of its own: only pages for managing begin long work. */
export * from './use-work';
export { WorkProgress } from './WorkProgress';
export { WorkRefused } from './WorkRefused';
