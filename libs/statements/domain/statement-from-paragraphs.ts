import { firstUpdate, lineBreak, unusual, type Inline } from '@plenary/ground/text';
import type { ParagraphAttributes } from './paragraph-attributes.js';
import { statementRules } from './statement.schema.js';

/** A paragraph to begin a statement with; a line feed is a break within it. */
export interface NewParagraph extends Partial<ParagraphAttributes> {
  readonly text: string;
  /** The same with formats and footnotes, where it has some. */
  readonly content?: readonly Inline[];
}

/** The first update of a statement, made from plain paragraphs under a client id that belongs to the server. */
export function statementFromParagraphs(paragraphs: readonly NewParagraph[], clientId: number): Uint8Array {
  const rich = paragraphs.map(({ text, content, ...attributes }) => ({
    attributes: unusual(attributes, statementRules),
    content: content ?? (text === '' ? [] : [{ text: text.replace(/\r\n?|\n/g, lineBreak) }]),
  }));
  return firstUpdate(rich, statementRules, clientId);
}
