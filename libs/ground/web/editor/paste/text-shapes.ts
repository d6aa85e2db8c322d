import { type TextLine } from './text-lines.js';

/** Lines up to this length stand under each other on purpose. */
const shortLine = 60;
const sentence = /[.!?。؟]["'”’»)]*$/u;

export const endsSentence = (text: string): boolean => sentence.test(text);

/** Cells of a spreadsheet: the same number of tabs in each of several lines. */
export function isTable(block: readonly TextLine[]): boolean {
  const cells = block[0]!.text.split('\t').length;
  return cells > 1 && block.length > 1 && block.every(({ text }) => text.split('\t').length === cells && !/^\S{1,3}\t/.test(text)); // prettier-ignore
}

/** Addresses, signatures, verse. */
export const areShort = (block: readonly TextLine[]): boolean =>
  block.every(({ text }) => text.length <= shortLine) &&
  block.filter(({ text }) => endsSentence(text)).length * 2 <= block.length;
