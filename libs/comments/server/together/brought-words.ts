import type { Layer } from '@plenary/ground/text';
import type { Outcome, PlaceView } from '@plenary/comments/domain';

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

/** Something that stands beside a text, with every name under which a file may have it. */
interface Standing {
  /** A person, their organisation, and both as `Person (Organisation)`; none where nobody is named. */
  readonly names: readonly string[];
}

export interface StandingSuggestion extends Standing {
  readonly layer: Layer;
  readonly reason: string;
}
export interface StandingComment extends Standing {
  readonly text: string;
}
export interface StandingOutcome extends Standing {
  readonly outcome: Outcome;
  readonly note: string;
}

/** What stands beside a text, or stood there until somebody decided about it, as one reader may read it. */
export interface StandingWords {
  readonly suggestions: readonly StandingSuggestion[];
  readonly comments: readonly StandingComment[];
  readonly outcomes: readonly StandingOutcome[];
}
