import type { ParagraphAttributes } from '../paragraph-attributes.js';
import type { ParagraphState, PieceKind } from './comparison.js';
import type { ErasureView } from './erasure.js';
import type { HistoryRight } from './history-right.js';

/** Who wrote something, as the reader may know them; nothing but null for Plenary itself. */
export interface AuthorView {
  readonly personId: string | null;
  /** Null for who is no longer known. */
  readonly name: string | null;
  /** For which they wrote; null for none, and for one that is not the reader's to know. */
  readonly organisationId: string | null;
  readonly organisation: string | null;
}

/** A moment of the text: row `seq` had just been written. */
export interface MomentRefView {
  readonly seq: number;
  /** ISO 8601 */
  readonly at: string;
}

/** What there is to see of the history of a statement. */
export interface HistoryView {
  readonly first: MomentRefView;
  readonly last: MomentRefView;
  /** How many stretches of work there are. */
  readonly stretches: number;
  /** The newest first. */
  readonly versions: readonly VersionView[];
  /** Gaps that were made, the newest first. */
  readonly erasures: readonly ErasureView[];
  /** Who sees this: everybody with this right on the statement. */
  readonly seenWith: HistoryRight;
  readonly mayNameVersions: boolean;
  readonly mayRestore: boolean;
  readonly mayOpen: boolean;
  readonly mayErase: boolean;
}

export interface VersionView {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly moment: MomentRefView;
  readonly by: AuthorView;
  /** ISO 8601 */
  readonly namedAt: string;
}

/** A stretch of work. */
export interface StretchView {
  readonly number: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** ISO 8601 */
  readonly begunAt: string;
  readonly endedAt: string;
  /** Rows are missing in front of it. */
  readonly gapBefore: boolean;
  /** Paragraphs in which something was done. */
  readonly paragraphs: number;
  readonly authors: readonly StretchAuthorView[];
}

export interface StretchAuthorView extends AuthorView {
  /** Characters. */
  readonly added: number;
  readonly removed: number;
}

/** The text as it was. */
export interface MomentView {
  readonly moment: MomentRefView;
  readonly paragraphs: readonly MomentParagraphView[];
}

export interface MomentParagraphView extends ParagraphAttributes {
  readonly id: string;
  readonly content: readonly SpanView[];
}

/** Characters under the same formats, or a source. */
export interface SpanView {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Address of a link; null without one. */
  readonly link: string | null;
  /** Words of a source that stands here; null for characters. */
  readonly note: string | null;
}

/** A moment, and the stretch of work in which it lies. */
export interface PlacedMomentView extends MomentRefView {
  /** Number of the stretch. */
  readonly step: number;
}

/** Two moments compared (STM-25). */
export interface ComparisonView {
  /** Null for before anything was written. */
  readonly from: PlacedMomentView | null;
  readonly to: PlacedMomentView;
  readonly authors: readonly AuthorView[];
  readonly paragraphs: readonly ComparedParagraphView[];
}

export interface ComparedParagraphView extends ParagraphAttributes {
  readonly id: string;
  readonly state: ParagraphState;
  readonly moved: boolean;
  readonly restyled: boolean;
  readonly pieces: readonly PieceView[];
}

export interface PieceView extends SpanView {
  readonly kind: PieceKind;
  /** Of what was added: place in `authors`; null for all else. */
  readonly author: number | null;
}

/** Who wrote the words that stand there (STM-26). */
export interface AuthorshipView {
  readonly moment: MomentRefView;
  readonly authors: readonly AuthorView[];
  readonly shares: readonly OrganisationShareView[];
  readonly paragraphs: readonly AuthoredParagraphView[];
}

export interface AuthoredParagraphView extends ParagraphAttributes {
  readonly id: string;
  readonly runs: readonly AuthoredSpanView[];
  readonly shares: readonly OrganisationShareView[];
}

export interface AuthoredSpanView extends SpanView {
  /** Place in `authors`. */
  readonly author: number;
  /** ISO 8601; when the first of these characters was saved. */
  readonly at: string;
}

export interface OrganisationShareView {
  /** Null for what was written for no organisation, or for one that is not the reader's to know. */
  readonly organisationId: string | null;
  readonly organisation: string | null;
  readonly characters: number;
  /** Of all characters, 0 to 1. */
  readonly share: number;
}

/** What was done (STM-28). Restoring to `before` takes it back, as long as nobody wrote meanwhile. */
export interface RestoredView {
  /** The last row before it. */
  readonly before: number;
  /** The row that was written; the same where nothing was otherwise. */
  readonly seq: number;
}

/** How much others changed in a statement since the caller last read it; counted from its steps alone. */
export interface UnreadCountView {
  readonly statementId: string;
  /** Paragraphs; of what came about in more than `countedSteps` steps, those of the latest. */
  readonly paragraphs: number;
}

/** What others changed since the caller last read it (STM-27). */
export interface UnreadView {
  /** Paragraphs that read otherwise now, or are gone. */
  readonly count: number;
  /** How the count began, where nothing was read before: the last named version; null where there is none. */
  readonly since: VersionView | null;
  readonly to: MomentRefView;
  readonly authors: readonly AuthorView[];
  /** Those alone that were changed. */
  readonly paragraphs: readonly ComparedParagraphView[];
}
