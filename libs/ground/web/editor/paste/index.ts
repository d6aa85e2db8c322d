export { paste } from '../pasting.js';
export { withOuterSpaces } from './outer-spaces.js';
export { readHtml } from './read-html.js';
export { readPlain } from './read-plain.js';
export type { LeftOut, PasteRules, ReadText } from './rules.js';
