import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError, isClosed } from '../api/api-error';
import { useErrorSentence } from '../api/use-error-sentence';
import { useOnline } from '../offline/use-online';
import classes from './Answer.module.css';
import { useLate, WaitingRows } from './Waiting';

/** What happened, what is safe, what to do. */
export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const { sentence, requestId } = useErrorSentence(error);
  return (
    <div role="alert" className={classes.error}>
      <p className={classes.sentence}>{sentence}</p>
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
      {requestId && <p className={classes.request}>{t('request-id', { id: requestId })}</p>}
    </div>
  );
}

/** What a list is for while it is empty, and the one next step. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={classes.empty}>
      <p className={classes.emptyTitle}>{title}</p>
      {children && <p className={classes.emptyText}>{children}</p>}
      {action && <div className={classes.emptyAction}>{action}</div>}
    </div>
  );
}

function Lacking() {
  const { t } = useTranslation();
  return <p className={classes.lacking}>{t('offline.lacking')}</p>;
}

interface AnswerProps<Data> {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'isPending' | 'refetch'>;
  waiting?: ReactNode;
  /** The screen says by itself that the door was closed, and holds something of the person's own. */
  outlivesRefusal?: boolean;
  /** It stands beside what the page is about: that it cannot be reached alarms nobody. */
  beside?: boolean;
  children: (data: Data) => ReactNode;
}

/**
 * The states of a query: late, refused, there. An answer kept from before stays when it cannot be refreshed; but what
 * the person may not see any more goes from the screen.
 */
export function Answer<Data>({
  query,
  waiting = <WaitingRows />,
  outlivesRefusal,
  beside,
  children,
}: AnswerProps<Data>) {
  const late = useLate(query.isPending);
  const online = useOnline();
  const isKept = outlivesRefusal || !isClosed(query.error);
  if (query.data !== undefined && isKept) return <>{children(query.data)}</>;
  // The head of the page says that there is no network; what lacks comes by itself when there is one.
  if (query.error && (beside || !online) && asApiError(query.error).isUnreached) return <Lacking />;
  if (query.error) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  return late ? <>{waiting}</> : null;
}
