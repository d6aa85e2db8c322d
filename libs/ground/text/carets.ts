import type * as Y from 'yjs';
import type { FlatText } from './flat-text.js';
import { idOf, type ItemId } from './item-id.js';
import type { PageParagraph } from './page-paragraph.js';
import type { Segment } from './segment.js';
import { findItem, isMark, partOf } from './sequence.js';

/** A place between two characters, as the page counts. */
export interface TextPlace {
  readonly paragraph: PageParagraph;
  readonly offset: number;
}

/** TXT-2: a caret belongs to the character before it; at the very beginning, to the paragraph's mark. */
export function caretAt({ paragraph, offset }: TextPlace): ItemId {
  let rest = offset;
  for (const { id, text: characters } of offset > 0 ? paragraph.runs : []) {
    if (rest <= characters.length) return [id[0], id[1] + rest - 1];
    rest -= characters.length;
  }
  return paragraph.chain.head.birth;
}

/**
 * Where a caret stands now, whatever happened to the text meanwhile: behind its character, or where that one stood.
 * Null for a character that this copy does not know (yet), and in a paragraph that is not shown.
 */
export function placeOfCaret(text: FlatText, caret: ItemId): TextPlace | null {
  const item = findItem(text.doc, text.roots.text, caret);
  if (!item) return null;
  // Perhaps another undo wrote it anew than that which wrote this one.
  const { restorations } = text;
  const rivals = item.deleted ? restorations.allAnewFor(restorations.firstOf(caret)) : [];
  const anew = rivals.find((each) => isAlive(text, each));
  if (anew) return placeOfCaret(text, anew);
  const living = livingBefore(item);
  if (!living) return null;
  const segment = text.segmentOf(living);
  if (!segment) return null;
  const id = living === item ? caret : idOf(living, living.length - 1);
  return placeIn(text, segment, isMark(living) ? null : id);
}

/** The place of a paragraph's beginning or of a living character's end. */
function placeIn(text: FlatText, segment: Segment, character: ItemId | null): TextPlace | null {
  const paragraph = text.paragraphOf(segment);
  if (text.indexOf(paragraph.id) === undefined) {
    const twin = text.twinOf(paragraph.chain.head);
    const isShown = twin && text.indexOf(text.paragraphOf(twin).id) !== undefined;
    return isShown ? placeIn(text, twin, null) : null;
  }
  let offset = 0;
  for (const each of paragraph.segments) {
    const { runs, length } = text.contentOf(each);
    if (each !== segment) {
      offset += length;
      continue;
    }
    if (character === null) return { paragraph, offset };
    for (const run of runs) {
      const within = character[1] - run.id[1];
      if (run.id[0] === character[0] && within >= 0 && within < run.text.length) {
        return { paragraph, offset: offset + within + 1 };
      }
      offset += run.text.length;
    }
    return null;
  }
  return null;
}

/** The item itself, or the nearest before it that a caret can stand behind. */
function livingBefore(item: Y.Item): Y.Item | null {
  for (let at: Y.Item | null = item; at !== null; at = at.left) {
    const { kind } = partOf(at);
    if (kind === 'characters' || kind === 'embed' || kind === 'mark') return at;
  }
  return null;
}

const isAlive = (text: FlatText, id: ItemId): boolean =>
  findItem(text.doc, text.roots.text, id)?.deleted === false;
