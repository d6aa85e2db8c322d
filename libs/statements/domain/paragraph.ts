import { lineBreak, readText, type Inline, type RichParagraph } from '@plenary/ground/text';
import type * as Y from 'yjs';
import { attributeNames, attributesFrom, type ParagraphAttributes } from './paragraph-attributes.js';

/** One paragraph of a statement, read from the shared text. */
export interface Paragraph extends ParagraphAttributes {
  readonly id: string;
  /** Without formats; hard breaks are line feeds, footnotes stand in `footnotes`. */
  readonly text: string;
  readonly footnotes: readonly string[];
}

/** All paragraphs, in order. Reading never writes. */
export const readParagraphs = (doc: Y.Doc): Paragraph[] => readText(doc, attributeNames).map(paragraphFrom);

function paragraphFrom({ id, attributes, content }: RichParagraph): Paragraph {
  return {
    id: id ?? '',
    ...attributesFrom(attributes),
    text: content.map(charactersOf).join(''),
    footnotes: content.flatMap((each) => ('embed' in each ? [each.values['text'] ?? ''] : [])),
  };
}

const charactersOf = (inline: Inline): string =>
  'text' in inline ? inline.text.replaceAll(lineBreak, '\n') : '';
