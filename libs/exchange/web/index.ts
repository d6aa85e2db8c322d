export { statementFilling } from './statement-filling';

export const exchangeRoom = { inside: [], outside: [], ways: [] } as const;
