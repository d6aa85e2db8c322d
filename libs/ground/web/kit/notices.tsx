import { CloseButton } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './notices.module.css';

interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'problem';
  readonly action?: { label: string; run: () => void };
  readonly about?: string;
}

let notices: readonly Notice[] = [];
let next = 1;
const listeners = new Set<() => void>();

function set(changed: readonly Notice[]): void {
  notices = changed;
  for (const listener of listeners) listener();
}

/**
 * Says a sentence at the foot of the page, aloud for screen readers. Problems and sentences with a button stay
 * until they are closed; the others go after six seconds. What is said about the same thing takes the place of what was
 * said before. The answer takes the sentence away.
 */
export function say(
  text: string,
  options: { tone?: Notice['tone']; action?: Notice['action']; about?: string } = {},
): () => void {
  const { tone = 'plain', action, about } = options;
  const notice: Notice = { id: next++, text, tone, action, about };
  const close = () => set(notices.filter((other) => other.id !== notice.id));
  const isOld = (other: Notice) => other.text === text || (about !== undefined && other.about === about);
  set([...notices.filter((other) => !isOld(other)), notice].slice(-3));
  if (notice.tone === 'plain' && !notice.action) setTimeout(close, 6_000);
  return close;
}

/** Where sentences appear; once per page. */
export function Notices() {
  const { t } = useTranslation();
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => notices,
  );
  return (
    <div className={classes.notices} role="log" aria-live="polite" aria-label={t('notices')}>
      {shown.map((notice) => (
        <div key={notice.id} className={classes.notice} data-tone={notice.tone}>
          <span className={classes.text}>{notice.text}</span>
          {notice.action && (
            <button
              type="button"
              className={classes.action}
              onClick={() => {
                notice.action!.run();
                set(notices.filter((other) => other.id !== notice.id));
              }}
            >
              {notice.action.label}
            </button>
          )}
          <CloseButton
            aria-label={t('close')}
            onClick={() => set(notices.filter((other) => other.id !== notice.id))}
          />
        </div>
      ))}
    </div>
  );
}
