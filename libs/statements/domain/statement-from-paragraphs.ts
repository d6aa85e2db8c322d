import * as Y from 'yjs';
import { birthId } from '@plenary/ground/collab/engine';
import { bodyOf } from './paragraph.js';
import type { ParagraphKind, ParagraphStyle } from './vocabulary.js';

/** A paragraph to begin a statement with. */
export interface NewParagraph {
  readonly text: string;
  readonly kind?: ParagraphKind;
  readonly style?: ParagraphStyle;
  readonly level?: number;
  readonly indent?: number;
}

/**
 * The first update of a statement, made from plain paragraphs under a client id that belongs to the server. Each
 * paragraph's id follows from its birth, so that no copy of it can ever take the id over (STM-12).
 */
export function statementFromParagraphs(paragraphs: readonly NewParagraph[], clientId: number): Uint8Array {
  const doc = new Y.Doc({ gc: false });
  doc.clientID = clientId;
  doc.transact(() => {
    const nodes = paragraphs.map(element);
    bodyOf(doc).insert(0, nodes);
    // A birth is known only once the paragraph stands in the text.
    for (const node of nodes) node.setAttribute('id', birthId(node));
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

function element(paragraph: NewParagraph): Y.XmlElement {
  const node = new Y.XmlElement<Record<string, string | number>>('paragraph');
  node.setAttribute('kind', paragraph.kind ?? 'plain');
  node.setAttribute('style', paragraph.style ?? 'text');
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
