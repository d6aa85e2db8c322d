import * as Y from 'yjs';
import { writtenBy } from '../authors.js';
import { placeOfCaret } from '../carets.js';
import { FlatText } from '../flat-text.js';
import type { ItemId } from '../item-id.js';
import { valuesOf } from '../rich-text.js';
import { charactersIn } from './raw.js';
import { seenIn, type Seen } from './sheet.js';

const attributes = ['kind', 'style', 'level'];

/** All that a reader sees of a text, and who wrote it. */
export const picture = (text: FlatText): string =>
  text.page
    .map((paragraph) => {
      const said = attributes.map((name) => paragraph.attribute(name) ?? null);
      const runs = paragraph.runs.map(({ id, text: characters, formats, embed }) => [
        id,
        characters,
        formats,
        embed && [embed.id, valuesOf(text, embed)],
      ]);
      return JSON.stringify([paragraph.id, said, runs, writtenBy(text, paragraph)]);
    })
    .join('\n');

/** The same of a text that is read anew from the same document. */
export const pictureAnew = (text: FlatText): string => picture(new FlatText(text.doc));

/** Where characters stand on the page. */
export interface Stand {
  readonly paragraph: number;
  readonly offset: number;
  readonly seen: Seen;
}

export function standsOf(text: FlatText): Map<string, Stand[]> {
  const found = new Map<string, Stand[]>();
  text.page.forEach((each, paragraph) =>
    seenIn(each).forEach((seen, offset) => {
      found.set(seen.character, [...(found.get(seen.character) ?? []), { paragraph, offset, seen }]);
    }),
  );
  return found;
}

/** A caret that somebody had, and the character behind which it stood; null at a paragraph's beginning. */
export interface KeptCaret {
  readonly id: ItemId;
  readonly character: string | null;
}

/** TXT-2: what is wrong with where a caret stands now; null when all is well. */
export function caretWrong(
  text: FlatText,
  { id, character }: KeptCaret,
  stands = standsOf(text),
): string | null {
  const place = placeOfCaret(text, id);
  const [client, clock] = id;
  if (clock >= Y.getState(text.doc.store, client))
    return place === null ? null : 'a place of what is not known';
  const before = place && place.offset > 0 ? seenIn(place.paragraph)[place.offset - 1]! : null;
  if (character !== null && stands.has(character)) {
    return before?.character === character
      ? null
      : `jumped from ${character} to ${before?.character ?? 'a beginning'}`;
  }
  const item = Y.getItem(text.doc.store, Y.createID(client, clock)) as Y.Item;
  const left = livingCharacterBefore(item, clock - item.id.clock);
  if (left === null) return null;
  return before?.character === left
    ? null
    : `stands behind ${before?.character ?? 'nothing'}, left was ${left}`;
}

/** The living character at or before a place of the raw sequence; null where a paragraph begins first. */
function livingCharacterBefore(item: Y.Item, offset: number): string | null {
  const own = charactersIn(item)[offset];
  if (own !== undefined) return own;
  for (let at: Y.Item | null = item; at !== null; at = at.left) {
    if (isMarkOf(at)) return null;
    const characters = at === item ? [] : charactersIn(at);
    if (characters.length > 0) return characters.at(-1)!;
  }
  return null;
}

const isMarkOf = ({ content, deleted }: Y.Item): boolean =>
  !deleted && content instanceof Y.ContentEmbed && Object.hasOwn(Object(content.embed), 'p');
