import type { FlatText } from '../flat-text.js';
import type { PageParagraph } from '../page-paragraph.js';
import type { Formats, Inline } from '../rich-paragraph.js';
import type { LayerPart } from './layer-parts.js';
import { LayeredReader } from './layered-reader.js';

/** What comes or goes, and the client id of the layer that says so. */
export interface LayeredChange {
  readonly kind: 'inserted' | 'deleted';
  readonly client: number;
}

/** Characters under the same formats, or an embed, that all come, all go, or all stay. */
export interface LayeredPiece {
  readonly inline: Inline;
  readonly change: LayeredChange | null;
  /** Formats in the text where they are others there, and the layer that says so. */
  readonly before: { readonly formats: Formats; readonly client: number } | null;
  /** Where it stands in the text; null for what comes. */
  readonly at: { readonly paragraphId: string; readonly offset: number } | null;
}

/** A paragraph as far as both the text and what the layers make of it have an end of a paragraph there. */
export interface LayeredParagraph {
  /** The paragraph to which its words belong with all layers taken in; null where it goes as a whole. */
  readonly now: string | null;
  /** The paragraph of the text that ends here; null where none does. */
  readonly ends: string | null;
  readonly pieces: readonly LayeredPiece[];
  /** What becomes of its end: a new one, or one that goes, so that what follows continues it. */
  readonly end: LayeredChange | null;
  /** The layer that says otherwise what it is; null where none does. */
  readonly saidBy: number | null;
}

/**
 * A text and layers upon it as one row, in which everything stands that is in one or the other: left out what comes, it is
 * the text, and left out what goes, it is the copy. `fork` is a copy with these layers (`forkOf`), `parts` what each does;
 * no layer moves a paragraph, and no two change the same. Null
 * where there is no such row: who begins paragraphs, takes words of the text into them and deletes both leaves none.
 */
export function readLayered(
  text: FlatText,
  fork: FlatText,
  parts: ReadonlyMap<number, readonly LayerPart[]>,
): LayeredParagraph[] | null {
  const row = new LayeredReader(text, fork, parts).read();
  return isRowOf(text, row, 'inserted') && isRowOf(fork, row, 'deleted') ? row : null;
}

/** Whether it is what is on the page, once what comes, or what goes, is left out. */
function isRowOf(
  { page }: FlatText,
  row: readonly LayeredParagraph[],
  without: LayeredChange['kind'],
): boolean {
  const words = [''];
  for (const { pieces, end } of row) {
    for (const { inline, change } of pieces)
      if (change?.kind !== without) words[words.length - 1] += 'text' in inline ? inline.text : '\ufffc';
    if (end?.kind !== without) words.push('');
  }
  const filled = (all: readonly string[]) => all.filter((each) => each !== '').join('\n');
  return filled(words) === filled(page.map(wordsOn));
}

const wordsOn = ({ runs }: PageParagraph): string =>
  runs.map(({ text, embed }) => (embed ? '\ufffc' : text)).join('');
