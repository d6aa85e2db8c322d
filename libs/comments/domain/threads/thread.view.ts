import type { Anchor, AnchorPrint } from '@plenary/ground/text';
import type { MentionKind, Outcome, PlaceKind, Source, ThreadAudience } from './vocabulary.js';

/** What a thread is about. The quote is what the server read in the text when the thread was begun. */
export interface PlaceView {
  readonly kind: PlaceKind;
  /** Of a passage: its characters. Null for a paragraph and for the statement. */
  readonly anchor: Anchor | null;
  /** What the passage consisted of and where it stood when the thread was begun: tells its state now (`anchorStateOf`). */
  readonly print: AnchorPrint | null;
  /** The paragraph, or the one in which the passage began; null for the statement and for a suggestion. */
  readonly paragraphId: string | null;
  /** Null for what is no suggestion. */
  readonly suggestionId: string | null;
  /** The words, at most `quoteLength` characters; of a suggestion, what it would write. Empty for the statement. */
  readonly quote: string;
  /** At most `contextLength` characters in front of the quote and behind it, in the same paragraph. */
  readonly before: string;
  readonly after: string;
}

/** For the margin and for marks upon the text: one line for each thread of a statement, however many there are. */
export interface ThreadPlaceView {
  readonly id: string;
  readonly place: PlaceView;
  readonly isResolved: boolean;
  readonly audience: ThreadAudience;
  readonly commentCount: number;
  /** How many of them the caller has not read. */
  readonly unreadCount: number;
  /** The first words of the first comment, in one line; who wrote it, and whose it is where somebody else did (COM-8). */
  readonly beginning: string;
  readonly author: CommentAuthorView;
  readonly enteredFor: EnteredForView | null;
}

export interface ThreadView {
  readonly id: string;
  readonly statementId: string;
  readonly place: PlaceView;
  readonly audience: ThreadAudience;
  /** The organisation for which it was begun; null for none, or where the caller may not find it. */
  readonly organisation: CommentOrganisationView | null;
  /** What came of it; null while it is open. */
  readonly outcome: OutcomeView | null;
  /** The oldest first; the first one began the thread. */
  readonly comments: readonly CommentView[];
  readonly unreadCount: number;
  readonly createdAt: string;
  /** When something was last written or decided in it. */
  readonly changedAt: string;
  readonly may: { readonly reply: boolean; readonly resolve: boolean; readonly reopen: boolean };
}

export interface OutcomeView {
  readonly outcome: Outcome;
  readonly note: string;
  readonly by: CommentAuthorView;
  readonly at: string;
}

export interface CommentAuthorView {
  /** Null where the person has left Plenary. */
  readonly personId: string | null;
  readonly name: string;
  readonly colour: string;
  readonly organisation: CommentOrganisationView | null;
}

export interface CommentOrganisationView {
  readonly id: string;
  readonly name: string;
  readonly acronym: string | null;
}

export interface CommentView {
  readonly id: string;
  readonly author: CommentAuthorView;
  /** Whose words they are, where somebody else entered them. */
  readonly enteredFor: EnteredForView | null;
  /** Empty when it was deleted. */
  readonly text: string;
  readonly language: string;
  /** Mentions stand in the text as `@[<kind>:<id>]`; their names now. One that the caller may not find has no name. */
  readonly mentions: readonly MentionView[];
  readonly translations: readonly CommentTranslationView[];
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly deletedAt: string | null;
  /** Who deleted it; null where it was its author, and where it is there. */
  readonly deletedBy: CommentAuthorView | null;
  readonly isUnread: boolean;
  readonly may: { readonly edit: boolean; readonly delete: boolean; readonly translate: boolean };
}

export interface EnteredForView {
  readonly name: string;
  readonly organisation: CommentOrganisationView | null;
  readonly source: Source;
  /** The name of the file in which they came; null for words that came otherwise. */
  readonly file: string | null;
}

export interface MentionView {
  readonly kind: MentionKind;
  readonly id: string;
  readonly name: string | null;
}

export interface CommentTranslationView {
  readonly language: string;
  readonly text: string;
  readonly by: CommentAuthorView;
  readonly at: string;
}

/** Somebody who can be mentioned in a comment on a statement. */
export interface MentionableView {
  readonly kind: MentionKind;
  readonly id: string;
  readonly name: string;
}

/** What of this room is in what a person takes along. */
export interface CommentsOfPersonView {
  readonly comments: readonly {
    readonly id: string;
    readonly threadId: string;
    readonly statementId: string;
    readonly text: string;
    readonly language: string;
    readonly createdAt: string;
  }[];
}
