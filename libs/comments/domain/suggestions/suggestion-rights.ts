import { covers } from '@plenary/ground/kernel';
import { mayComment, type ThreadReader } from '../threads/thread-rights.js';
import type { SuggestionState } from './vocabulary.js';

/** As much of a suggestion as rights follow from. */
export interface GuardedSuggestion {
  readonly authorId: string;
  readonly state: SuggestionState;
  /** False for what was accepted and is not in the text yet. */
  readonly isWritten: boolean;
}

/** SUG-1: a draft is its author's alone; whatever was sent is for all who may read the statement. */
export const maySeeSuggestion = ({ standing, right }: ThreadReader, { authorId, state }: GuardedSuggestion) =>
  covers(right, 'read') && (state !== 'draft' || authorId === standing.personId);

/** SUG-2: its author, as long as nothing was decided and they may comment. */
export const mayWriteSuggestion = (reader: ThreadReader, { authorId, state }: GuardedSuggestion): boolean =>
  mayComment(reader) && authorId === reader.standing.personId && isUndecided(state);

/** SUG-4: whoever speaks for an organisation and may comment. */
export const maySignal = (reader: ThreadReader, { state }: GuardedSuggestion): boolean =>
  mayComment(reader) && reader.standing.speaksFor !== null && state === 'open';

/** SUG-5: who may edit the statement. */
export const mayDecideSuggestion = ({ right }: ThreadReader, { state }: GuardedSuggestion): boolean =>
  covers(right, 'edit') && state === 'open';

/** SUG-6, SUG-10: the same people, of one that was accepted and is in the text, or rejected. */
export const mayTakeBack = ({ right }: ThreadReader, { state, isWritten }: GuardedSuggestion): boolean =>
  covers(right, 'edit') && ((state === 'accepted' && isWritten) || state === 'rejected');

export const isUndecided = (state: SuggestionState): boolean => state === 'draft' || state === 'open';
