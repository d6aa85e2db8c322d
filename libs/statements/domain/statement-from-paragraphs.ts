import { firstUpdate, lineBreak, unusual } from '@plenary/ground/text';
import type { ParagraphAttributes } from './paragraph-attributes.js';
import { statementRules } from './statement.schema.js';

/** A paragraph to begin a statement with; a line feed is a break within it. */
export interface NewParagraph extends Partial<ParagraphAttributes> {
  readonly text: string;
}

/** The first update of a statement, made from plain paragraphs under a client id that belongs to the server. */
export function statementFromParagraphs(paragraphs: readonly NewParagraph[], clientId: number): Uint8Array {
  const rich = paragraphs.map(({ text, ...attributes }) => ({
    attributes: unusual(attributes, statementRules),
    content: text === '' ? [] : [{ text: text.replace(/\r\n?|\n/g, lineBreak) }],
  }));
  return firstUpdate(rich, statementRules, clientId);
}

/** Plain text, as from a file or the clipboard, as paragraphs: one per block of lines between empty lines. */
export function paragraphsFromPlainText(text: string): NewParagraph[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((block) =>
      block
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .join(' '),
    )
    .filter((block) => block !== '')
    .map((block) => ({ text: block }));
}
