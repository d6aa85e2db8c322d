import type { Anchor } from '@plenary/ground/text';
import type { ErrorParams } from '@plenary/ground/kernel';
import type { MentionView, PlaceKind, SourceByHand, ThreadAudience } from '@plenary/comments/domain';

/** A comment that the server does not have. Kept on the device under these names. */
export interface UnsentComment {
  /** Of the comment; where it begins a thread, of the thread. */
  readonly id: string;
  readonly personId: string;
  readonly statementId: string;
  readonly statementTitle: string;
  /** The thread in which it stands; its own id where it begins one. */
  readonly threadId: string;
  readonly begins: Begins | null;
  /** With mentions as the server reads them. */
  readonly text: string;
  readonly mentions: readonly MentionView[];
  readonly language: string;
  readonly enteredFor: EnteredForSaid | null;
  /** The organisation for which its author spoke when it was written; absent where the device did not know. */
  readonly speaksFor?: string | null;
  /** When it was written, by this device's clock. */
  readonly at: number;
  /** Why the server will not have it; null while it is to be sent. */
  readonly refusal: { readonly code: string; readonly params: ErrorParams } | null;
}

/** What a thread is about that begins with a comment, and who may read it. */
export interface Begins {
  readonly kind: PlaceKind;
  readonly paragraphId: string | null;
  readonly anchor: Anchor | null;
  /** With kind `suggestion`. */
  readonly suggestionId?: string;
  /** As it was shown when it was written; the server reads it itself. */
  readonly quote: string;
  readonly audience: ThreadAudience;
}

/** Whose words they are, where somebody else enters them. */
export interface EnteredForSaid {
  readonly name: string;
  readonly organisationId: string | null;
  readonly source: SourceByHand;
}
