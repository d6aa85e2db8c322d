import type { Formats, Inline } from '@plenary/ground/text';
import type { OutParagraph } from '../outgoing/outgoing.js';

/** Who says something in a file, as far as it may say that. */
export interface Voice {
  readonly author: string;
  /** When, ISO 8601; null where the file names nobody. */
  readonly at: string | null;
}

/** What comes or goes, and who says so. */
export interface OutChange {
  readonly kind: 'inserted' | 'deleted';
  readonly by: Voice;
}

export interface OutPiece {
  readonly inline: Inline;
  readonly change: OutChange | null;
  /** Formats that it has as long as somebody's change of them is not accepted. */
  readonly before: { readonly formats: Formats; readonly by: Voice } | null;
  /** Remarks whose range begins in front of it, and whose range ends behind it; by their place in the list. */
  readonly opens: readonly number[];
  readonly closes: readonly number[];
}

/** A paragraph of a file in which somebody suggests something, or remarks something. */
export interface OutLine {
  /** The paragraph whose words it has. */
  readonly id: string | null;
  /** The paragraph of the text that ends here; null where none does. */
  readonly was: OutParagraph | null;
  /** What it would be; null where that is what it is, or it goes. */
  readonly now: OutParagraph | null;
  readonly saidBy: Voice | null;
  readonly pieces: readonly OutPiece[];
  readonly end: OutChange | null;
}

/** A place in the text: between two characters of a paragraph. */
export interface OutPlace {
  readonly paragraphId: string;
  readonly offset: number;
}

/** What is said beside the text: the first thing, and what others answered. */
export interface Remark {
  /** Null: about the statement as a whole. */
  readonly range: { readonly from: OutPlace; readonly to: OutPlace } | null;
  readonly isDone: boolean;
  readonly said: readonly { readonly by: Voice; readonly lines: readonly string[] }[];
}

/** What stands in a Word file besides the text itself. */
export interface Marks {
  readonly lines: readonly OutLine[];
  readonly remarks: readonly Remark[];
  /** Of those, the ones about the statement as a whole. */
  readonly onTitle: readonly number[];
}
