/** Formats of a run of characters: name → `true`, or the format's own values (`link: { href }`). */
export type Formats = Readonly<Record<string, true | Readonly<Record<string, string>>>>;

/** The character of a line break within a paragraph (U+2028, LINE SEPARATOR). */
export const lineBreak = '\u2028';

/** A run of characters under the same formats, or one thing that stands among them, such as a footnote. */
export type Inline =
  | { readonly text: string; readonly formats?: Formats }
  | { readonly embed: string; readonly id?: string; readonly values: Readonly<Record<string, string>> };

export type AttributeValue = string | number;

/**
 * One paragraph with all that it holds, as it comes in (clipboard, file, a new text) and goes out (reading, copying).
 * Which attributes, formats and embeds there are is the business of the room whose text it is.
 */
export interface RichParagraph {
  /** Absent for one that is new to the text. */
  readonly id?: string;
  /** Only those that differ from what is usual. */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly content: readonly Inline[];
}
