import * as Y from 'yjs';

/** The words that updates bring, as a person can copy them: each piece of text on a line of its own. */
export function wordsOf(updates: readonly Uint8Array[]): string {
  const pieces: string[] = [];
  for (const update of updates) {
    try {
      let line = '';
      for (const struct of Y.decodeUpdate(update).structs) {
        const content = (struct as Partial<Y.Item>).content;
        if (content instanceof Y.ContentString) line += content.str;
        else if (content instanceof Y.ContentType && line !== '') line += '\n';
      }
      if (line.trim() !== '') pieces.push(line);
    } catch {
      // Bytes that cannot be read hold no words; the copy itself is kept aside by the caller.
    }
  }
  return pieces.join('\n');
}

/** The text of a root, block by block. */
export function textOf(root: Y.XmlFragment): string {
  return root
    .toArray()
    .map((block) => (block instanceof Y.XmlElement ? lettersOf(block) : ''))
    .join('\n');
}

function lettersOf(node: Y.XmlElement): string {
  return node
    .toArray()
    .map((child) => {
      if (child instanceof Y.XmlText) {
        return (child.toDelta() as { insert: unknown }[])
          .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
          .join('');
      }
      return child instanceof Y.XmlElement ? (child.nodeName === 'hardBreak' ? '\n' : lettersOf(child)) : '';
    })
    .join('');
}
