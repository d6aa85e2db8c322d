import type { CommentAuthorView, CommentOrganisationView, EnteredForView } from '../threads/thread.view.js';
import type { Signal, SuggestionState } from './vocabulary.js';

export interface SuggestionView {
  readonly id: string;
  readonly statementId: string;
  readonly author: CommentAuthorView;
  /** Whose it is, where somebody else entered it (COM-8). */
  readonly enteredFor: EnteredForView | null;
  readonly state: SuggestionState;
  /**
   * What is suggested, as a layer upon the text (`ground/text`): the client id under which it is written, and the Yjs
   * update in base64. Null for what was decided about, and where nothing was written yet.
   */
  readonly layer: SuggestionLayerView | null;
  /** Its author has written on since it was sent: others see the wording before. Always false for others. */
  readonly hasMore: boolean;
  /** Grows each time the author sends it: support given to an earlier wording says so. */
  readonly wording: number;
  readonly reason: string;
  readonly language: string;
  readonly signals: readonly SignalView[];
  /** What the caller's organisation said; null for nothing, or where the caller speaks for none. */
  readonly mySignal: Signal | null;
  readonly decision: SuggestionDecisionView | null;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly may: SuggestionMayView;
}

export interface SuggestionLayerView {
  readonly client: number;
  readonly update: string;
}

export interface SuggestionMayView {
  readonly write: boolean;
  readonly signal: boolean;
  readonly decide: boolean;
  readonly takeBack: boolean;
}

/** A draft that was begun, and the client id under which it is written. */
export interface BegunSuggestionView {
  readonly suggestion: SuggestionView;
  readonly client: number;
}

export interface SignalView {
  readonly organisation: CommentOrganisationView;
  readonly signal: Signal;
  /** The wording to which it was given. */
  readonly wording: number;
}

export interface SuggestionDecisionView {
  readonly by: CommentAuthorView;
  readonly at: string;
  /** Why it was rejected; empty for none. */
  readonly reason: string;
  /** What was accepted otherwise than it was suggested; of what went into the text as it was, nothing. */
  readonly words: readonly OtherWordsView[];
}

export interface OtherWordsView {
  readonly suggested: string;
  readonly accepted: string;
}
