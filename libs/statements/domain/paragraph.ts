import * as Y from 'yjs';
import {
  paragraphKinds,
  paragraphStyles,
  statementLimits,
  type ParagraphKind,
  type ParagraphStyle,
} from './vocabulary.js';

/** One paragraph of a statement, read from the shared text. */
export interface Paragraph {
  readonly id: string;
  readonly kind: ParagraphKind;
  readonly style: ParagraphStyle;
  /** Of headings, 1 to 3. */
  readonly level: number;
  /** Of list items, 0 to 4. */
  readonly indent: number;
  /** Without marks; hard breaks are line feeds, footnotes stand in `footnotes`. */
  readonly text: string;
  readonly footnotes: readonly string[];
}

/** Name of the one root of a statement's Y.Doc. */
export const bodyRoot = 'body';

/** The text of a statement in its Y.Doc. */
export const bodyOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment(bodyRoot);

/** All paragraphs, in order. Reading never writes; what is unknown is left out. */
export function readParagraphs(body: Y.XmlFragment): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const node of body.toArray()) {
    if (node instanceof Y.XmlElement && node.nodeName === 'paragraph') paragraphs.push(readParagraph(node));
  }
  return paragraphs;
}

function readParagraph(node: Y.XmlElement): Paragraph {
  // Attributes may be any JSON value (y-tiptap keeps numbers), although Yjs types them as strings.
  const attributes = node.getAttributes() as Record<string, unknown>;
  const footnotes: string[] = [];
  let text = '';
  for (const child of node.toArray()) {
    if (child instanceof Y.XmlText) text += plainText(child);
    else if (child instanceof Y.XmlElement && child.nodeName === 'hardBreak') text += '\n';
    else if (child instanceof Y.XmlElement && child.nodeName === 'footnote') {
      footnotes.push(String(child.getAttribute('text') ?? ''));
    }
  }
  return {
    id: typeof attributes['id'] === 'string' ? attributes['id'] : '',
    kind: among(paragraphKinds, attributes['kind'], 'plain'),
    style: among(paragraphStyles, attributes['style'], 'text'),
    level: within(attributes['level'], 1, statementLimits.headingLevels),
    indent: within(attributes['indent'], 0, statementLimits.deepestIndent),
    text,
    footnotes,
  };
}

/** The letters of a text, without its formatting (`toString` would write marks as tags). */
function plainText(node: Y.XmlText): string {
  let text = '';
  for (const part of node.toDelta() as { insert: unknown }[]) {
    if (typeof part.insert === 'string') text += part.insert;
  }
  return text;
}

function among<Value extends string>(allowed: readonly Value[], value: unknown, otherwise: Value): Value {
  return allowed.includes(value as Value) ? (value as Value) : otherwise;
}

function within(value: unknown, least: number, most: number): number {
  return Number.isInteger(value) ? Math.min(most, Math.max(least, value as number)) : least;
}
