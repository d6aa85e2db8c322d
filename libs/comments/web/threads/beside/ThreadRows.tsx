import { Button } from '@mantine/core';
import type { InStatement } from '@plenary/statements/web';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommentOutbox } from '../outbox/comment-outbox';
import type { UnsentComment } from '../outbox/unsent-comment';
import type { Beside } from './beside';
import type { StandingThread } from './order';
import classes from './ThreadPanel.module.css';
import { ThreadRow } from './ThreadRow';

/** So many are drawn at first, and more when they are asked for. */
const atOnce = 100;

interface Props extends InStatement {
  beside: Beside;
  threads: readonly StandingThread[];
  unsent: readonly UnsentComment[];
  outbox: CommentOutbox | null;
  onGo?: () => void;
}

/** Threads in the order of the text; arrows go from one to the next, and Tab into the one that is open. */
export function ThreadRows({ threads, ...row }: Props) {
  const { t } = useTranslation('comments-threads');
  const [most, setMost] = useState(atOnce);
  const shown = threads.slice(0, most);
  const parts = [
    {
      key: 'statement',
      title: t('rows.statement'),
      rows: shown.filter(({ thread }) => thread.place.kind === 'statement'),
    },
    {
      key: 'text',
      title: null,
      rows: shown.filter(({ state }) => state !== null && state !== 'gone'),
    },
    {
      key: 'suggestions',
      title: t('rows.suggestions'),
      rows: shown.filter(({ thread }) => thread.place.kind === 'suggestion'),
    },
    { key: 'gone', title: t('rows.gone'), rows: shown.filter(({ state }) => state === 'gone') },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <div onKeyDown={goOn}>
      {parts.map(({ key, title, rows }) => (
        <div key={key}>
          {title && <h3 className={classes.heading}>{title}</h3>}
          <ul className={classes.rows} aria-label={title ?? t('rows.text')}>
            {rows.map((standing) => (
              <ThreadRow
                key={standing.thread.id}
                {...row}
                standing={standing}
                isStop={standing === shown[0] || standing === rows[0]}
              />
            ))}
          </ul>
        </div>
      ))}
      {threads.length > most && (
        <Button
          variant="default"
          size="compact-sm"
          className={classes.more}
          onClick={() => setMost(most + atOnce)}
        >
          {t('common:load-more')}
        </Button>
      )}
    </div>
  );
}

function goOn(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target as Element).matches('[data-row]')) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = all.indexOf(event.target as HTMLElement);
  const places: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 };
  const next = all[places[event.key] ?? -1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
