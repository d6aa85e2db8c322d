import type { Layer } from '@plenary/ground/text';
import type { PlaceView } from '@plenary/comments/domain';

/** Whose words they are, where whoever brings them brings them for somebody else (COM-8). */
export interface BroughtFor {
  readonly name: string;
  readonly organisationId: string | null;
}

/** A suggestion that was written elsewhere: its layer, under a client id that was given for it. */
export interface BroughtSuggestion {
  readonly id: string;
  readonly client: number;
  readonly update: Uint8Array;
  readonly language: string;
  readonly enteredFor: BroughtFor | null;
}

export interface BroughtComment {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly enteredFor: BroughtFor | null;
}

/** A thread that was begun elsewhere, with its replies; without a place, replies to a thread that is there. */
export interface BroughtThread {
  readonly id: string;
  readonly place: PlaceView | null;
  readonly comments: readonly BroughtComment[];
}

/** All that came in one file. */
export interface BroughtWords {
  /** The name of the file. */
  readonly file: string;
  readonly suggestions: readonly BroughtSuggestion[];
  readonly threads: readonly BroughtThread[];
}

/** What stands beside a text, with the name of whose it is. */
export interface StandingWords {
  readonly suggestions: readonly { readonly by: string; readonly layer: Layer }[];
  readonly comments: readonly { readonly by: string; readonly text: string }[];
}
