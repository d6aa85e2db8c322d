import * as Y from 'yjs';
import { bodyOf } from './paragraph.js';
import type { ParagraphKind, ParagraphStyle } from './vocabulary.js';

/** A paragraph to begin a statement with. */
export interface NewParagraph {
  /** Only where links must be the same on every installation; made from the client id otherwise. */
  readonly id?: string;
  readonly text: string;
  readonly kind?: ParagraphKind;
  readonly style?: ParagraphStyle;
  readonly level?: number;
  readonly indent?: number;
}

/**
 * The first update of a statement, made from plain paragraphs under a client id that belongs to the server.
 * Paragraph ids follow from client id and position, so that no two are the same.
 */
export function statementFromParagraphs(paragraphs: readonly NewParagraph[], clientId: number): Uint8Array {
  const doc = new Y.Doc({ gc: false });
  doc.clientID = clientId;
  doc.transact(() =>
    bodyOf(doc).insert(
      0,
      paragraphs.map((each, index) => element(each, index, clientId)),
    ),
  );
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

function element(paragraph: NewParagraph, index: number, clientId: number): Y.XmlElement {
  const { style = 'text' } = paragraph;
  const node = new Y.XmlElement<Record<string, string | number>>('paragraph');
  node.setAttribute('id', paragraph.id ?? `s${clientId.toString(36)}.${index}`);
  node.setAttribute('kind', paragraph.kind ?? 'plain');
  node.setAttribute('style', style);
  node.setAttribute('level', paragraph.level ?? 1);
  node.setAttribute('indent', paragraph.indent ?? 0);
  // An empty text node would differ from what editors write for an empty paragraph.
  if (paragraph.text !== '') node.insert(0, [new Y.XmlText(paragraph.text)]);
  return node as unknown as Y.XmlElement;
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
