import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sentenceFor } from '../api/use-error-sentence';
import classes from '../kit/Answer.module.css';
import { usePutAway, type Work } from './use-work';

/** Why nothing came of a work, until the person has read it. */
export function WorkRefused({ work }: { work: Work }) {
  const { t, i18n } = useTranslation('work-managing');
  const putAway = usePutAway();
  return (
    <div role="alert" className={classes.error}>
      <p className={classes.sentence}>
        {sentenceFor(i18n, work.refusal?.code ?? 'long-work.broken', work.refusal?.params)}
      </p>
      <Button variant="default" loading={putAway.isPending} onClick={() => putAway.mutate(work.id)}>
        {t('work-managing:work.seen')}
      </Button>
    </div>
  );
}
