import { type RichParagraph } from '@plenary/ground/text';

/** What was in the clipboard and is not in the text, told to the person in one sentence. */
export type LeftOut = 'pictures' | 'media' | 'drawings' | 'struck' | 'comments';

/** What was read, ready to be put into a text. */
export interface ReadText {
  readonly paragraphs: readonly RichParagraph[];
  /** Each kind once, in the order in which it was met. */
  readonly leftOut: readonly LeftOut[];
  /** True when the first paragraph is only a piece of one, so that it joins the text before the caret. */
  readonly openStart: boolean;
  /** True when the last paragraph is only a piece of one, so that the text behind the caret joins it. */
  readonly openEnd: boolean;
  /** True when the end of the last paragraph came along. Only Plenary's own HTML tells. */
  readonly ended?: boolean;
}

/** What the room whose text it is allows. */
export interface PasteRules {
  isSafeLink(href: string): boolean;
  /** Characters in one footnote. */
  readonly footnoteLength: number;
  /** The deepest list item, counted from 0. */
  readonly deepestIndent: number;
  readonly headingLevels: number;
}
