import { covers, newId } from '@plenary/ground/kernel';
import { currentImpersonation, devicePerson, say } from '@plenary/ground/web';
import { IconLink } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ThreadAnswer } from '../api/use-thread';
import { useMarkRead } from '../api/use-mark-read';
import { useReopenThread } from '../api/use-thread-acts';
import { threadAnchor } from '../beside/thread-address';
import type { CommentOutbox } from '../outbox/comment-outbox';
import type { UnsentComment as Unsent } from '../outbox/unsent-comment';
import { OfRoomsAbove } from '../../OfRoomsAbove';
import { AudienceLine } from './Audience';
import { Comment } from './Comment';
import commentClasses from './Comment.module.css';
import { Composer, type Written } from './Composer';
import type { InThreads } from './in-threads';
import { OutcomeLine, ResolveForm } from './Outcomes';
import classes from './Thread.module.css';
import { UnsentComment } from './UnsentComment';
import { useEntersFor } from './use-enters-for';

interface Props {
  statement: InThreads;
  thread: ThreadAnswer;
  unsent: readonly Unsent[];
  outbox: CommentOutbox | null;
}

/** A thread that is open: its comments, what came of it, and a way to answer. */
export function Thread({ statement, thread, unsent, outbox }: Props) {
  const { t } = useTranslation('comments-threads');
  const list = useRef<HTMLOListElement>(null);
  const [resolves, setResolves] = useState(false);
  const entersFor = useEntersFor(statement);
  const { id, comments, outcome, may } = thread;
  const acts = currentImpersonation() === null;
  const unread = comments.flatMap((each) => (each.isUnread ? [each.createdAt] : [])).join();
  useMarkRead(statement.id, id, list, unread);
  const sent = new Set(comments.map((each) => each.id));
  const waiting = unsent.filter((each) => each.threadId === id && !each.begins && !sent.has(each.id));
  return (
    <div className={classes.thread}>
      <AudienceLine audience={thread.audience} organisation={thread.organisation?.name ?? null} />
      <ol ref={list} className={classes.comments} aria-live="polite" aria-relevant="additions">
        {comments.map((comment) => (
          <Comment key={comment.id} statement={statement} comment={comment} />
        ))}
        {outbox && waiting.map((each) => <UnsentComment key={each.id} comment={each} outbox={outbox} />)}
      </ol>
      {outcome && <OutcomeLine outcome={outcome} />}
      {acts && may.reply && outbox && (
        <div className={classes.reply}>
          <Composer
            statement={statement}
            about={`reply-${id}`}
            label={t('reply')}
            submit={t('reply.send')}
            isFolded
            entersFor={entersFor}
            onSend={(written) => void outbox.add(replyOf(statement, id, written))}
          />
        </div>
      )}
      {resolves && <ResolveForm threadId={id} onClose={() => setResolves(false)} />}
      {!resolves && (
        <div className={classes.acts}>
          {acts && may.resolve && !outcome && (
            <button type="button" className={commentClasses.act} onClick={() => setResolves(true)}>
              {t('resolve')}
            </button>
          )}
          {acts && may.reopen && outcome && <Reopen id={id} />}
          <OfRoomsAbove
            {...{ kind: 'thread', id, statementId: statement.id, quote: thread.place.quote }}
            className={commentClasses.act!}
          />
          <CopyLink statementId={statement.id} id={id} />
        </div>
      )}
    </div>
  );
}

function Reopen({ id }: { id: string }) {
  const { t } = useTranslation('comments-threads');
  const reopen = useReopenThread(id);
  return (
    <button
      type="button"
      className={commentClasses.act}
      disabled={reopen.isPending}
      onClick={() => reopen.mutate(undefined)}
    >
      {t('reopen')}
    </button>
  );
}

function CopyLink({ statementId, id }: { statementId: string; id: string }) {
  const { t } = useTranslation('comments-threads');
  const address = `${location.origin}/statements/${statementId}#${threadAnchor(id)}`;
  return (
    <a
      href={address}
      className={`${commentClasses.act} ${classes.link}`}
      onClick={(event) => {
        event.preventDefault();
        navigator.clipboard?.writeText(address).then(
          () => say(t('link.copied')),
          () => undefined, // the link itself can be taken along
        );
      }}
    >
      <IconLink size={14} stroke={1.75} aria-hidden />
      {t('link')}
    </a>
  );
}

const replyOf = (statement: InThreads, threadId: string, written: Written): Unsent => ({
  ...written,
  id: newId(),
  personId: devicePerson() ?? '',
  statementId: statement.id,
  statementTitle: statement.title,
  threadId,
  begins: null,
  at: Date.now(),
  refusal: null,
});

export const mayComment = ({ right }: InThreads): boolean =>
  covers(right, 'comment') && currentImpersonation() === null;
