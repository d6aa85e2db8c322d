import { Button } from '@mantine/core';
import type { ThreadPlaceView } from '@plenary/comments/domain';
import { Answer, currentImpersonation } from '@plenary/ground/web';
import type { StatementView } from '@plenary/statements/domain';
import { IconMessagePlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useThread } from '../../threads/api/use-thread';
import { BeginThread } from '../../threads/components/BeginThread';
import { mayComment, Thread } from '../../threads/components/Thread';
import { UnsentComment } from '../../threads/components/UnsentComment';
import type { CommentOutbox } from '../../threads/outbox/comment-outbox';
import type { UnsentComment as Unsent } from '../../threads/outbox/unsent-comment';
import { useUnsent } from '../../threads/outbox/use-unsent';
import type { Suggestion } from '../api/use-suggestions';
import classes from './Said.module.css';

interface Props {
  statement: StatementView;
  suggestion: Suggestion;
  threads: readonly ThreadPlaceView[];
}

/** The threads of one suggestion, and the way to begin one; begun without a network, it is there all the same. */
export function SuggestionThreads({ statement, suggestion, threads }: Props) {
  const { t } = useTranslation('comments-threads');
  const [begins, setBegins] = useState(false);
  const { outbox: known, unsent } = useUnsent(statement.id);
  const outbox = currentImpersonation() ? null : known;
  const { id } = suggestion;
  const begun = unsent.filter(
    (each) => each.begins?.suggestionId === id && threads.every((thread) => thread.id !== each.id),
  );
  const isFirst = threads.length === 0 && begun.length === 0;
  return (
    <div className={classes.threads}>
      {threads.map((thread) => (
        <OneThread key={thread.id} {...{ statement, unsent, outbox }} id={thread.id} />
      ))}
      {outbox && begun.length > 0 && (
        <ul aria-label={t('unsent.title')} className={classes.threads}>
          {begun.map((each) => (
            <UnsentComment key={each.id} comment={each} outbox={outbox} />
          ))}
        </ul>
      )}
      {mayComment(statement) && outbox && (begins || isFirst) && (
        <BeginThread
          statement={statement}
          place={{ kind: 'suggestion', suggestionId: id, paragraphId: null, anchor: null, quote: '' }}
          label={null}
          outbox={outbox}
          onEnd={() => setBegins(false)}
        />
      )}
      {mayComment(statement) && outbox && !begins && !isFirst && (
        <Button
          className={classes.begin}
          variant="default"
          size="compact-sm"
          leftSection={<IconMessagePlus size={16} stroke={1.75} aria-hidden />}
          onClick={() => setBegins(true)}
        >
          {t('comment.suggestion')}
        </Button>
      )}
      {isFirst && !mayComment(statement) && <p>{t('none')}</p>}
    </div>
  );
}

interface One {
  statement: StatementView;
  id: string;
  unsent: readonly Unsent[];
  outbox: CommentOutbox | null;
}

function OneThread({ statement, id, unsent, outbox }: One) {
  const query = useThread(statement.id, id);
  return (
    <div className={classes.thread}>
      <Answer query={query} beside>
        {(thread) => <Thread statement={statement} thread={thread} unsent={unsent} outbox={outbox} />}
      </Answer>
    </div>
  );
}
