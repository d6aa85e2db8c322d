import * as Y from 'yjs';
import { writtenBy } from '../authors.js';
import { placeOfCaret } from '../carets.js';
import { FlatText } from '../flat-text.js';
import type { ItemId } from '../item-id.js';
import { valuesOf } from '../rich-text.js';
import { lettersIn } from './raw.js';
import { seenIn, type Seen } from './sheet.js';

const attributes = ['kind', 'style', 'level'];

/** All that a reader sees of a text, and who wrote it. */
export const picture = (text: FlatText): string =>
  text.page
    .map((paragraph) => {
      const said = attributes.map((name) => paragraph.attribute(name) ?? null);
      const runs = paragraph.runs.map(({ id, text: letters, formats, embed }) => [
        id,
        letters,
        formats,
        embed && [embed.id, valuesOf(text, embed)],
      ]);
      return JSON.stringify([paragraph.id, said, runs, writtenBy(text, paragraph)]);
    })
    .join('\n');

/** The same of a text that is read anew from the same document. */
export const pictureAnew = (text: FlatText): string => picture(new FlatText(text.doc));

/** Where letters stand on the page. */
export interface Stand {
  readonly paragraph: number;
  readonly offset: number;
  readonly seen: Seen;
}

export function standsOf(text: FlatText): Map<string, Stand[]> {
  const found = new Map<string, Stand[]>();
  text.page.forEach((each, paragraph) =>
    seenIn(each).forEach((seen, offset) => {
      found.set(seen.letter, [...(found.get(seen.letter) ?? []), { paragraph, offset, seen }]);
    }),
  );
  return found;
}

/** A caret that somebody had, and the letter behind which it stood; null at a paragraph's beginning. */
export interface KeptCaret {
  readonly id: ItemId;
  readonly letter: string | null;
}

/** TXT-2: what is wrong with where a caret stands now; null when all is well. */
export function caretWrong(
  text: FlatText,
  { id, letter }: KeptCaret,
  stands = standsOf(text),
): string | null {
  const place = placeOfCaret(text, id);
  const [client, clock] = id;
  if (clock >= Y.getState(text.doc.store, client))
    return place === null ? null : 'a place of what is not known';
  const before = place && place.offset > 0 ? seenIn(place.paragraph)[place.offset - 1]! : null;
  if (letter !== null && stands.has(letter)) {
    return before?.letter === letter ? null : `jumped from ${letter} to ${before?.letter ?? 'a beginning'}`;
  }
  const item = Y.getItem(text.doc.store, Y.createID(client, clock)) as Y.Item;
  const left = livingLetterBefore(item, clock - item.id.clock);
  if (left === null) return null;
  return before?.letter === left ? null : `stands behind ${before?.letter ?? 'nothing'}, left was ${left}`;
}

/** The living letter at or before a place of the raw sequence; null where a paragraph begins first. */
function livingLetterBefore(item: Y.Item, offset: number): string | null {
  const own = lettersIn(item)[offset];
  if (own !== undefined) return own;
  for (let at: Y.Item | null = item; at !== null; at = at.left) {
    if (isMarkOf(at)) return null;
    const letters = at === item ? [] : lettersIn(at);
    if (letters.length > 0) return letters.at(-1)!;
  }
  return null;
}

const isMarkOf = ({ content, deleted }: Y.Item): boolean =>
  !deleted && content instanceof Y.ContentEmbed && Object.hasOwn(Object(content.embed), 'p');
