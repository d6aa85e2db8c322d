import type * as Y from 'yjs';

/**
 * A text is four roots of a Y.Doc:
 * - `text`: characters, marks, ends and embeds in one sequence, none of which structure ever takes away;
 * - `blocks`: what is said of paragraphs and embeds, under flat keys `<id>/<name>`;
 * - `formats`: spans of bold, links …, each from one character to another;
 * - `restored`: which characters an undo wrote anew, and for which.
 */
export const rootNames = ['text', 'blocks', 'formats', 'restored'] as const;

/** Version of this layout. Texts of another model are never merged with it (SYNC-24). */
export const textModel = 2;

export interface Roots {
  readonly text: Y.Array<unknown>;
  readonly blocks: Y.Map<unknown>;
  readonly formats: Y.Map<unknown>;
  readonly restored: Y.Map<unknown>;
}

export const rootsOf = (doc: Y.Doc): Roots => ({
  text: doc.getArray('text'),
  blocks: doc.getMap('blocks'),
  formats: doc.getMap('formats'),
  restored: doc.getMap('restored'),
});

/** Facts about a paragraph that make the page, beside the attributes of the room whose text it is. */
export const facts = { own: 'own', at: 'at', gone: 'gone' } as const;

export const blockKey = (id: string, name: string): string => `${id}/${name}`;

export function readBlockKey(key: string): { readonly id: string; readonly name: string } {
  const slash = key.lastIndexOf('/');
  return { id: key.slice(0, slash), name: key.slice(slash + 1) };
}
