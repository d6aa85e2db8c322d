import { say, sentenceFor, useOnline } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import type { CommentOutbox } from '../outbox/comment-outbox';
import type { UnsentComment as Unsent } from '../outbox/unsent-comment';
import classes from './Comment.module.css';
import { CommentText } from './CommentText';
import { spelled } from './mentions';

/** A comment that the server does not have: on its way, kept until there is a network, or refused. */
export function UnsentComment({ comment, outbox }: { comment: Unsent; outbox: CommentOutbox }) {
  const { t, i18n } = useTranslation('comments-threads');
  const online = useOnline();
  const { refusal, text, mentions } = comment;
  const copy = () =>
    navigator.clipboard?.writeText(spelled(text, mentions)).then(
      () => say(t('common:copied')),
      () => undefined, // the words stand there to be selected
    );
  return (
    <li className={classes.comment} data-unsent>
      <span />
      <div className={classes.inside}>
        <CommentText {...comment} />
        {refusal ? (
          <div className={classes.state} role="alert">
            <span>{t('unsent.refused', { reason: sentenceFor(i18n, refusal.code, refusal.params) })}</span>
            <button type="button" className={classes.act} onClick={() => void copy()}>
              {t('common:copy')}
            </button>
            <button type="button" className={classes.act} onClick={() => void outbox.putAway(comment.id)}>
              {t('unsent.put-away')}
            </button>
          </div>
        ) : (
          <p className={classes.state} data-tone={online ? 'sending' : 'kept'}>
            {online ? t('unsent.sending') : t('unsent.kept')}
          </p>
        )}
      </div>
    </li>
  );
}
