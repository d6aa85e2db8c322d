import { errorThrower } from '@plenary/ground/kernel';

/** Each code has a sentence in every language: web/messages. */
export const suggestionErrors = {
  /** Unknown, or not for this person: nobody can tell which (SUG-1). */
  'suggestion.not-found': { status: 404 },
  'suggestion.not-yours': { status: 403 },
  /** It was decided about, or withdrawn, meanwhile. */
  'suggestion.not-open': { status: 409 },
  /** Nothing of it can be taken in any more: what it would change is gone (SUG-5). */
  'suggestion.void': { status: 409 },
  /** Nothing of it stands in the text any more, so that there is nothing to take back (SUG-6). */
  'suggestion.gone': { status: 409 },
  /** It stands upon words that are not saved yet: to be sent again once they are. */
  'suggestion.text-unknown': { status: 409 },
  /** Its author went on with it on another device, in other words: what was written here stays there (SUG-3). */
  'suggestion.elsewhere': { status: 409 },
  'suggestion.empty': { status: 422 },
  'suggestion.malformed': { status: 422 },
  'suggestion.too-large': { status: 413 },
  'suggestion.too-many': { status: 409 },
  'suggestion.no-organisation': { status: 422 },
  'suggestion.id-taken': { status: 409 },
} as const;

/** The one way in which suggestions refuse. */
export const failSuggestion = errorThrower(suggestionErrors);
