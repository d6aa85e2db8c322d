import type { FlatText } from '../flat-text.js';
import type { CharacterRanges } from '../character-ranges.js';
import { isMark, readContent } from '../sequence.js';

/**
 * Where in the paragraphs of a text characters stood that were erased from it, by the paragraph's id: how many characters
 * are in front of them, in UTF-16 units, an embed counting one. Paragraphs that are not shown are among them.
 */
export function gapsIn(text: FlatText, erased: CharacterRanges): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  for (const { id, segments } of text.order) {
    const places = new Set<number>();
    let at = 0;
    for (const { mark } of segments) {
      for (let item = mark.right; item !== null && !isMark(item); item = item.right) {
        if (!item.deleted) at += isShown(item.content) ? item.length : 0;
        else if (erased.hasAny([item.id.client, item.id.clock], item.length)) places.add(at);
      }
    }
    if (places.size > 0) found.set(id, [...places]);
  }
  return found;
}

function isShown(content: Parameters<typeof readContent>[0]): boolean {
  const { kind } = readContent(content);
  return kind === 'characters' || kind === 'embed';
}
