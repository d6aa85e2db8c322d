import { Answer, EmptyState } from '@plenary/ground/web';
import type { StatementView } from '@plenary/statements/domain';
import { useTranslation } from 'react-i18next';
import { ComparedText } from './ComparedText';
import classes from './HistoryPage.module.css';
import { useAllRead } from './read-telling';
import { useUnread } from './use-history';
import { writingHistory } from './words';

/** What others changed since this person last had it on a screen. */
export function UnreadChanges({ statement }: { statement: StatementView }) {
  const { t } = useTranslation(writingHistory);
  const unread = useUnread(statement.id);
  useAllRead(statement.id, unread.data?.to.seq);
  return (
    <Answer query={unread}>
      {(found) =>
        found.count === 0 ? (
          <EmptyState title={t('history.unread.none')}>{t('history.unread.none.next')}</EmptyState>
        ) : (
          <div className={classes.sheet}>
            <ComparedText
              compared={found}
              label={t('history.view.unread')}
              language={statement.language}
              changedOnly
            />
          </div>
        )
      }
    </Answer>
  );
}
