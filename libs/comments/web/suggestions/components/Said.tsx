import type { ThreadPlaceView } from '@plenary/comments/domain';
import { withWords } from '@plenary/ground/web';
import type { StatementView } from '@plenary/statements/domain';
import { IconChevronDown, IconMessageCircle } from '@tabler/icons-react';
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '../api/use-suggestions';
import classes from './Said.module.css';

const Threads = lazy(() =>
  withWords(['comments', 'comments-threads'], () => import('./SuggestionThreads'))().then(
    ({ SuggestionThreads }) => ({ default: SuggestionThreads }),
  ),
);

interface Props {
  statement: StatementView;
  suggestion: Suggestion;
  threads: readonly ThreadPlaceView[];
}

/** COM-13: what people say about a suggestion; loaded when somebody wants to read or say something. */
export function Said({ statement, suggestion, threads }: Props) {
  const { t } = useTranslation('comments-suggestions');
  const [isOpen, setOpen] = useState(false);
  const inside = useId();
  const comments = sum(threads, ({ commentCount }) => commentCount);
  const unread = sum(threads, ({ unreadCount }) => unreadCount);
  return (
    <div className={classes.said}>
      <button
        type="button"
        className={classes.turn}
        aria-expanded={isOpen}
        aria-controls={inside}
        onClick={() => setOpen(!isOpen)}
      >
        <IconMessageCircle size={16} aria-hidden />
        {comments > 0 ? t('comments', { count: comments }) : t('comments.none')}
        {unread > 0 && <span className={classes.unread}>{t('comments.unread', { count: unread })}</span>}
        <IconChevronDown size={14} className={classes.sign} aria-hidden />
      </button>
      <div id={inside}>
        {isOpen && (
          <Suspense>
            <Threads statement={statement} suggestion={suggestion} threads={threads} />
          </Suspense>
        )}
      </div>
    </div>
  );
}

const sum = (threads: readonly ThreadPlaceView[], of: (thread: ThreadPlaceView) => number): number =>
  threads.reduce((all, thread) => all + of(thread), 0);
