import { useTranslation } from 'react-i18next';
import type { InThreads } from '../components/in-threads';
import { Quote } from '../components/Quote';
import { UnsentComment } from '../components/UnsentComment';
import type { CommentOutbox } from '../outbox/comment-outbox';
import type { UnsentComment as Unsent } from '../outbox/unsent-comment';
import classes from './ThreadPanel.module.css';

interface Props {
  statement: InThreads;
  comments: readonly Unsent[];
  outbox: CommentOutbox | null;
}

/** Threads that begin with a comment which the server does not have. */
export function UnsentThreads({ statement, comments, outbox }: Props) {
  const { t } = useTranslation('comments-threads');
  if (!outbox || comments.length === 0) return null;
  return (
    <div>
      <h3 className={classes.heading}>{t('unsent.title')}</h3>
      {comments.map((comment) => (
        <ul key={comment.id} className={classes.unsent}>
          {comment.begins && comment.begins.kind !== 'statement' && (
            <li>
              <Quote place={comment.begins} language={statement.language} />
            </li>
          )}
          <UnsentComment comment={comment} outbox={outbox} />
        </ul>
      ))}
    </div>
  );
}
