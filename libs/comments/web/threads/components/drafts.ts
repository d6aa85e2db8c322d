import { devicePerson } from '@plenary/ground/web';
import { useCallback, useState } from 'react';

const prefix = 'plenary.comment-draft.';
const keyOf = (about: string) => `${prefix}${devicePerson() ?? ''}.${about}`;

/**
 * Words that are being written, kept for this tab until they are sent or thrown away: closing what they stand in loses
 * none, nor does loading the page anew.
 */
export function useDraft(about: string, initial: string) {
  const [words, setWords] = useState(() => read(about) ?? initial);
  const write = useCallback(
    (now: string) => {
      setWords(now);
      keep(about, now === initial ? null : now);
    },
    [about, initial],
  );
  const forget = useCallback(() => {
    setWords(initial);
    keep(about, null);
  }, [about, initial]);
  return { words, write, forget };
}

function read(about: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(about));
  } catch {
    return null; // storage is forbidden: the words are in the page alone
  }
}

function keep(about: string, words: string | null): void {
  try {
    if (words === null || words === '') sessionStorage.removeItem(keyOf(about));
    else sessionStorage.setItem(keyOf(about), words);
  } catch {
    // As above.
  }
}

/** At sign-out. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  } catch {
    // As above.
  }
}
