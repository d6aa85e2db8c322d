import { Answer } from '@plenary/ground/web';
import type { InStatement } from '@plenary/statements/web';
import { paragraphAnchor } from '@plenary/statements/domain';
import { IconChevronDown, IconLock, IconUsersGroup } from '@tabler/icons-react';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useThread } from '../api/use-thread';
import { Quote } from '../components/Quote';
import { Thread } from '../components/Thread';
import { ToSuggestion } from '../components/ToSuggestion';
import type { CommentOutbox } from '../outbox/comment-outbox';
import type { UnsentComment } from '../outbox/unsent-comment';
import { useBeside, type Beside } from './beside';
import type { StandingThread } from './order';
import classes from './ThreadRow.module.css';

interface Props extends InStatement {
  beside: Beside;
  standing: StandingThread;
  unsent: readonly UnsentComment[];
  outbox: CommentOutbox | null;
  /** Whether Tab stops here while none is chosen. */
  isStop: boolean;
  /** Closes the sheet in which it stands. */
  onGo?: () => void;
}

/** A thread in the list beside the text: some words of it, and all of it once it is chosen. */
export const ThreadRow = memo(function ThreadRow(props: Props) {
  const { beside, standing, isStop } = props;
  const { thread, paragraph } = standing;
  const { t } = useTranslation('comments-threads');
  const isOpen = useBeside(beside, (state) => state.chosen === thread.id);
  const asked = useBeside(beside, (state) => (state.chosen === thread.id ? state.asked : 0));
  const row = useRef<HTMLLIElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const seen = useRef(0);
  useEffect(() => {
    if (!isOpen || asked === seen.current) return;
    seen.current = asked;
    // The words were asked for: a screen reader goes on from here.
    button.current?.focus({ preventScroll: true });
    row.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isOpen, asked]);
  const { author, enteredFor, unreadCount, commentCount, audience, isResolved } = thread;
  const whose = enteredFor ?? author;
  const turn = () => {
    beside.point(isOpen ? null : thread.id);
    // A sheet stays where it is: its threads are to be read.
    if (!isOpen && !props.onGo) showInText(props);
  };
  return (
    <li
      ref={row}
      className={classes.row}
      data-open={isOpen || undefined}
      data-resolved={isResolved || undefined}
    >
      <button
        ref={button}
        type="button"
        className={classes.head}
        data-row
        aria-expanded={isOpen}
        tabIndex={isOpen || isStop ? 0 : -1}
        onClick={turn}
      >
        <span className={classes.who}>
          {unreadCount > 0 && (
            <span className={classes.dot}>{t('unread.count', { count: unreadCount })}</span>
          )}
          {paragraph?.label && (
            <bdi dir="ltr" className={classes.label}>
              {paragraph.label}
            </bdi>
          )}
          <bdi className={classes.name}>{whose.name}</bdi>
          {whose.organisation && (
            <bdi className={classes.quiet} title={whose.organisation.name}>
              {whose.organisation.acronym ?? whose.organisation.name}
            </bdi>
          )}
          <span className={classes.room} />
          {audience !== 'readers' && <Private audience={audience} />}
          <span className={classes.quiet} aria-hidden>
            {commentCount > 1 ? commentCount : ''}
          </span>
          {commentCount > 1 && <span className={classes.said}>{t('count', { count: commentCount })}</span>}
          <IconChevronDown size={14} className={classes.turn} aria-hidden />
        </span>
        {!isOpen && (
          <span className={classes.beginning} dir="auto">
            {thread.beginning || t('deleted.plain')}
          </span>
        )}
        {!isOpen && isResolved && <span className={classes.quiet}>{t('resolved')}</span>}
      </button>
      {isOpen && <Open {...props} />}
    </li>
  );
});

function Private({ audience }: { audience: 'organisation' | 'penholders' }) {
  const { t } = useTranslation('comments-threads');
  const Sign = audience === 'organisation' ? IconUsersGroup : IconLock;
  return (
    <span className={classes.quiet} title={t(`audience.${audience}.short`)}>
      <Sign size={14} stroke={1.75} aria-hidden />
      <span className={classes.said}>{t(`audience.${audience}.short`)}</span>
    </span>
  );
}

function Open(props: Props) {
  const { statement, standing, beside, unsent, outbox } = props;
  const { t } = useTranslation('comments-threads');
  const { thread, paragraph, state } = standing;
  const query = useThread(statement.id, thread.id);
  return (
    <div
      className={classes.open}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        const row = event.currentTarget.parentElement?.querySelector<HTMLElement>('[data-row]');
        if (!beside.close()) row?.focus();
      }}
    >
      <Quote place={thread.place} language={statement.language} state={state} />
      <ToSuggestion statementId={statement.id} place={thread.place} className={classes.show} />
      {paragraph && (
        <button type="button" className={classes.show} onClick={() => showInText(props)}>
          {t('show')}
        </button>
      )}
      <Answer query={query} beside>
        {(found) => <Thread statement={statement} thread={found} unsent={unsent} outbox={outbox} />}
      </Answer>
    </div>
  );
}

/** Brings the paragraph of a thread into sight. */
function showInText({ editor, standing, onGo }: Props): void {
  if (!standing.paragraph) return;
  onGo?.();
  const { dom } = editor.view;
  const element = dom.querySelector(`[id="${CSS.escape(paragraphAnchor(standing.paragraph.id))}"]`);
  element?.scrollIntoView?.({ block: 'nearest', behavior: 'smooth' });
}
