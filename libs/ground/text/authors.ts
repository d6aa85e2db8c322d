import type * as Y from 'yjs';
import { FlatText } from './flat-text.js';
import type { PageParagraph } from './page-paragraph.js';

/** Characters of one hand that stand beside each other. */
export interface WrittenRun {
  /** Client id under which they were first typed; whose it is, the server knows. */
  readonly client: number;
  readonly text: string;
}

/**
 * TXT-5: who typed the characters of a paragraph, whatever structure happened around them. Characters that an undo
 * wrote anew are their first author's.
 */
export function writtenBy(text: FlatText, paragraph: PageParagraph): WrittenRun[] {
  const found: { client: number; text: string }[] = [];
  for (const { id, text: characters } of paragraph.runs) {
    for (let at = 0; at < characters.length; at++) {
      const [client] = text.restorations.firstOf([id[0], id[1] + at]);
      const last = found.at(-1);
      if (last?.client === client) last.text += characters[at]!;
      else found.push({ client, text: characters[at]! });
    }
  }
  return found;
}

/** Of a whole text, by paragraph. */
export function authorsOf(doc: Y.Doc): ReadonlyMap<string, readonly WrittenRun[]> {
  const text = new FlatText(doc);
  return new Map(text.page.map((paragraph) => [paragraph.id, writtenBy(text, paragraph)]));
}
