import * as Y from 'yjs';
import type { FlatText } from '../flat-text.js';
import type { PageParagraph } from '../page-paragraph.js';

/** One character as a reader sees it; a note counts as the character that is named by the words it was born with. */
export interface Seen {
  readonly character: string;
  readonly id: Y.ID;
  readonly formats: string;
}

/** A page as a writer sees it, copied: paragraphs with their ids and characters. */
export interface Sheet {
  readonly id: string;
  readonly characters: readonly Seen[];
}

export const seenIn = (paragraph: PageParagraph): Seen[] =>
  paragraph.runs.flatMap(({ id: [client, clock], text, formats, embed }) => {
    const said = JSON.stringify(formats);
    if (embed) return [{ character: embed.value.v.text!, id: Y.createID(client, clock), formats: said }];
    return text
      .split('')
      .map((character, at) => ({ character, id: Y.createID(client, clock + at), formats: said }));
  });

export const sheetOf = (text: FlatText): Sheet[] =>
  text.page.map((paragraph) => ({ id: paragraph.id, characters: seenIn(paragraph) }));

/** A note is drawn alike under all formats, and takes those around it. */
const shown = ({ character, formats }: Seen): string =>
  character + (formats === '{}' || character.length > 1 ? '' : formats);

/** Stands for the id that a new paragraph will have. */
export const anyId = '*';

/** Says how a page differs from what was meant, or null. Only new paragraphs may have an id that was not known. */
export function differs(found: readonly Sheet[], meant: readonly Sheet[]): string | null {
  const show = (sheets: readonly Sheet[]) =>
    sheets.map(({ id, characters }, at) => {
      const name = meant[at]?.id === anyId ? anyId : id;
      return `${name}: ${characters.map(shown).join(' ')}`;
    });
  const [one, other] = [show(found), show(meant)];
  if (one.join('\n') === other.join('\n')) return null;
  const at = one.findIndex((line, index) => line !== other[index]);
  return `paragraph ${at} of ${found.length}/${meant.length} is «${one[at]}», meant «${other[at]}»`;
}
