import { NativeSelect } from '@mantine/core';
import { say, useErrorSentence } from '@plenary/ground/web';
import {
  historyRights,
  type HistoryRight,
  type HistoryView,
  type StatementView,
} from '@plenary/statements/domain';
import { useTranslation } from 'react-i18next';
import classes from './StretchList.module.css';
import { useOpenHistory } from './use-history';
import { writingHistory } from './words';

/** Who sees all this; who manages the statement changes it. */
export function OpenTo({ statement, history }: { statement: StatementView; history: HistoryView }) {
  const { t } = useTranslation(writingHistory);
  const opening = useOpenHistory(statement.id);
  const { sentence } = useErrorSentence(opening.error);
  const nameOf = (right: HistoryRight) => t(`history.seen-with.${right}`);
  if (!history.mayOpen)
    return <p className={classes.quiet}>{t('history.seen-by', { who: nameOf(history.seenWith) })}</p>;
  return (
    <NativeSelect
      mb="md"
      label={t('history.seen')}
      description={t('history.seen.hint')}
      value={history.seenWith}
      disabled={opening.isPending}
      error={opening.error ? sentence : undefined}
      onChange={(event) =>
        opening.mutate(event.currentTarget.value as HistoryRight, {
          onSuccess: () => void say(t('history.seen.changed')),
        })
      }
      data={historyRights.map((right) => ({ value: right, label: nameOf(right) }))}
    />
  );
}
