import { withoutGone } from '@plenary/ground/text';

/** A suggestion that is being written on this device, as it is kept there. */
export interface KeptDraft {
  readonly id: string;
  readonly statementId: string;
  /** What the person knows the statement by. */
  readonly title: string;
  readonly language: string;
  /** The id under which it is written; the server gave it for this one. */
  readonly client: number;
  /** All that was written, as a Yjs update upon the text; null for one that is ready to begin with. */
  readonly update: Uint8Array | null;
  /** How often it was written to, and up to which of these the server has it. */
  readonly written: number;
  readonly saved: number;
  /** Why it is suggested. Said with the sending, and before that as far as it is typed. */
  readonly reason: string;
  /** It is to be sent, and was not yet. */
  readonly isToSend: boolean;
  /** It was sent before; what is written now is a new wording. */
  readonly isOpen: boolean;
  /** Code with which the server refused it: it stays here until its author has the words. */
  readonly refused: string | null;
}

/** The server does not have all of it, or has not been told to show it. */
export const isUnsent = ({ written, saved, isToSend }: KeptDraft): boolean => written > saved || isToSend;

/** Nothing was written yet: whoever begins takes it. */
export const isReady = ({ update, written, isOpen }: KeptDraft): boolean =>
  update === null && written === 0 && !isOpen;

/**
 * STM-29: the same without words that were erased from the statement meanwhile; `update` is what the server has of it.
 * The very same where nothing of it was.
 */
export function withoutErased(draft: KeptDraft, update: Uint8Array): KeptDraft {
  const left = draft.update && withoutGone(draft.update, update);
  return left === draft.update ? draft : { ...draft, update: left };
}
