import type { MentionView } from '@plenary/comments/domain';
import { devicePerson } from '@plenary/ground/web';
import { useCallback, useRef, useState } from 'react';

const prefix = 'plenary.comment-draft.';
const keyOf = (about: string) => `${prefix}${devicePerson() ?? ''}.${about}`;

/** Words that are being written, with those whom they mention by name. */
interface Draft {
  readonly words: string;
  readonly mentions: readonly MentionView[];
}

const noMentions: readonly MentionView[] = [];

/**
 * What is being written, kept for this tab until it is sent or thrown away: closing what it stands in loses nothing, nor
 * does loading the page anew.
 */
export function useDraft(about: string, initial: string, initially: readonly MentionView[] = noMentions) {
  const [draft, setDraft] = useState<Draft>(() => read(about) ?? { words: initial, mentions: initially });
  // Several changes may come before the next render, and the last one as the field closes.
  const latest = useRef(draft);
  const change = useCallback(
    (now: Draft) => {
      latest.current = now;
      keep(about, now.words === initial ? null : now);
      setDraft(now);
    },
    [about, initial],
  );
  const write = useCallback((words: string) => change({ ...latest.current, words }), [change]);
  const mention = useCallback(
    (one: MentionView) => change({ ...latest.current, mentions: [...latest.current.mentions, one] }),
    [change],
  );
  const forget = useCallback(
    () => change({ words: initial, mentions: initially }),
    [change, initial, initially],
  );
  return { ...draft, write, mention, forget };
}

function read(about: string): Draft | null {
  try {
    const kept = sessionStorage.getItem(keyOf(about));
    return kept === null ? null : draftIn(kept);
  } catch {
    return null; // storage is forbidden: the words are in the page alone
  }
}

/** An earlier version kept the words alone. */
function draftIn(kept: string): Draft {
  const words = { words: kept, mentions: noMentions };
  try {
    const found: unknown = JSON.parse(kept);
    return isDraft(found) ? found : words;
  } catch {
    return words;
  }
}

const isDraft = (kept: unknown): kept is Draft =>
  typeof kept === 'object' && kept !== null && 'words' in kept && 'mentions' in kept;

function keep(about: string, draft: Draft | null): void {
  try {
    if (draft === null || draft.words === '') sessionStorage.removeItem(keyOf(about));
    else sessionStorage.setItem(keyOf(about), JSON.stringify(draft));
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
