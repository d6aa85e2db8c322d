import type { FlatText } from './flat-text.js';
import { sameFormats } from './format-spans.js';
import type { ItemId } from './item-id.js';
import type { PageParagraph } from './page-paragraph.js';
import type { Formats } from './rich-paragraph.js';
import { valuesOf } from './rich-text.js';

/** Characters of a paragraph that were first typed one behind the other, under the same formats; or one embed. */
export interface IdentifiedRun {
  /** Of the first character as it was first typed: an undo that wrote it anew changes nothing about that (TXT-5). */
  readonly id: ItemId;
  /** U+FFFC for an embed. */
  readonly text: string;
  readonly formats: Formats;
  readonly embed: {
    readonly id: string;
    readonly name: string;
    readonly values: Readonly<Record<string, string>>;
  } | null;
}

/** A paragraph character by character: two moments of one text can be compared, and who typed what is known. */
export function identifiedRuns(text: FlatText, paragraph: PageParagraph): IdentifiedRun[] {
  const found: IdentifiedRun[] = [];
  for (const { id, text: characters, formats, embed } of paragraph.runs) {
    if (embed) {
      const values = valuesOf(text, embed);
      const first = text.restorations.firstOf(id);
      found.push({
        id: first,
        text: characters,
        formats,
        embed: { id: embed.id, name: embed.value.n, values },
      });
      continue;
    }
    if (text.restorations.isEmpty) add(found, { id, text: characters, formats, embed: null });
    else {
      for (let at = 0; at < characters.length; at++) {
        const first = text.restorations.firstOf([id[0], id[1] + at]);
        add(found, { id: first, text: characters[at]!, formats, embed: null });
      }
    }
  }
  return found;
}

function add(found: IdentifiedRun[], run: IdentifiedRun): void {
  const last = found.at(-1);
  const goesOn =
    last !== undefined &&
    last.embed === null &&
    last.id[0] === run.id[0] &&
    last.id[1] + last.text.length === run.id[1] &&
    sameFormats(last.formats, run.formats);
  if (goesOn) found[found.length - 1] = { ...last, text: last.text + run.text };
  else found.push(run);
}
