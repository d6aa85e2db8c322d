export { suggestionCopies } from './suggestions/copies';
export { suggestionsFilling } from './suggestions/statement-filling';

export const commentsRoom = { inside: [], outside: [], ways: [] } as const;
