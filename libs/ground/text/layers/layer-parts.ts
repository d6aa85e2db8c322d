import type { FormatValue } from '../format-spans.js';
import type { ItemId } from '../item-id.js';
import type { AttributeValue, Formats } from '../rich-paragraph.js';
import type { EmbedValue } from '../sequence.js';

/**
 * Whether a part can still be taken in as it was meant: `changed` where some of what it deletes is gone, `void` where all
 * of it is, or the paragraph in which it would stand.
 */
export type PartState = 'open' | 'changed' | 'void';

/** Where something stands that comes in front of the first paragraph. */
export const inFrontOfAll = '';

/** One change of a layer, by the characters of the text and never by their places. */
export type LayerPart = CharactersPart | ParagraphPart | AttributePart | FormatPart;

/** Characters that come, go, or make way for others at one place. */
export interface CharactersPart {
  readonly kind: 'characters';
  /** The paragraph of the text in which it stands, or `inFrontOfAll`. */
  readonly paragraphId: string;
  /** In the order in which they are read. */
  readonly pieces: readonly Piece[];
  readonly state: PartState;
}

export type Piece = DeletedPiece | InsertedPiece | BreakPiece;

/** Characters of the text with consecutive numbers. */
export interface DeletedPiece {
  readonly kind: 'deleted';
  readonly id: ItemId;
  readonly length: number;
  /** Empty where they are gone and no copy of them is kept. */
  readonly text: string;
  /** False where somebody else deleted them since. */
  readonly isThere: boolean;
}

export interface InsertedPiece {
  readonly kind: 'inserted';
  readonly id: ItemId;
  /** The character or mark of the text behind which it stands; null in front of all. */
  readonly after: ItemId | null;
  readonly text: string;
  readonly formats: Formats;
  readonly embed: EmbedValue | null;
}

/** Here a new paragraph begins. */
export interface BreakPiece {
  readonly kind: 'break';
  readonly paragraphId: string;
  readonly after: ItemId | null;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/** A paragraph of the text is deleted, joined to the one before it, or moved. */
export interface ParagraphPart {
  readonly kind: 'removed' | 'joined' | 'moved';
  readonly paragraphId: string;
  readonly state: PartState;
}

/** An attribute of a paragraph, or the words of a note. */
export interface AttributePart {
  readonly kind: 'attribute';
  /** Of the paragraph or embed. */
  readonly id: string;
  readonly name: string;
  readonly value: AttributeValue;
  readonly before: AttributeValue | undefined;
  readonly state: PartState;
}

/** A format over characters of the text; null takes it away. */
export interface FormatPart {
  readonly kind: 'format';
  readonly name: string;
  readonly value: FormatValue;
  readonly first: ItemId;
  readonly last: ItemId;
  readonly state: PartState;
}

/** Of a whole layer: `void` when nothing of it can be taken in, `changed` when something cannot. */
export function stateOf(parts: readonly LayerPart[]): PartState {
  if (parts.every(({ state }) => state === 'void')) return 'void';
  return parts.every(({ state }) => state === 'open') ? 'open' : 'changed';
}
