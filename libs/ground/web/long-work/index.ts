/** A door of its own: only pages for managing begin long work. */
export * from './use-work';
export { useOutcome } from './use-outcome';
export { WorkProgress } from './WorkProgress';
export { WorkRefused } from './WorkRefused';
