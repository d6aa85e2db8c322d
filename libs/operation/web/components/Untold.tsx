import { Button } from '@mantine/core';
import { useErrorSentence, useFormat } from '@plenary/ground/web';
import type { FollowingView } from '@plenary/operation/domain';
import { useTranslation } from 'react-i18next';
import { useRetryUntold } from '../api/use-retry-untold';
import classes from './operation.module.css';
import { managing } from '../managing';

/** News that some listener failed at, every time, and the way to have it told again. */
export function Untold({ following: { untold } }: { following: FollowingView }) {
  const { t } = useTranslation(managing);
  const { ago } = useFormat();
  const retry = useRetryUntold();
  const { sentence } = useErrorSentence(retry.error);
  if (untold.length === 0) return <p className={classes.quiet}>{t('untold.none')}</p>;
  return (
    <>
      <ul className={classes.refused}>
        {untold.map(({ id, name, attempts, reason, since }) => (
          <li key={id}>
            <span>
              <bdi dir="ltr">{name}</bdi>
              <span className={classes.quiet}>
                {' '}
                {t('untold.tried', { count: attempts, when: ago(since) })} <bdi dir="ltr">{reason}</bdi>
              </span>
            </span>
            <Button
              variant="default"
              size="compact-sm"
              loading={retry.isPending && retry.variables === id}
              onClick={() => retry.mutate(id)}
            >
              {t('untold.again')}
            </Button>
          </li>
        ))}
      </ul>
      {sentence && <p role="alert">{sentence}</p>}
    </>
  );
}
