/** A door of its own, since only pages for managing choose rows: they load it when they need it. */
export * from './SelectionBar';
export { useRowBoxes } from './SelectionBox';
export * from './use-selection';
