/** Parts of the page of a statement, for rooms above that stand on it; apart from the door, so that it stays small. */
export { useStatement } from '../api/use-statement';
export { namedKeys } from '../components/named-keys';
export { numbersOf } from '../editor/margin';
export { selectedIn } from '../editor/selected-in';
export { useDerived } from '../editor/use-derived';
export { BesideParagraph } from '../slots/Margins';
export { useOpenPanels } from '../slots/use-open-panels';
