import { useFormat } from '@plenary/ground/web';
import type { FollowingView } from '@plenary/operation/domain';
import { useTranslation } from 'react-i18next';
import { useRetryUntold } from '../api/use-retry-untold';
import { GivenUp } from './GivenUp';
import classes from './operation.module.css';

/** News that some listener failed at, every time, and the way to have it told again. */
export function Untold({ following: { untold } }: { following: FollowingView }) {
  const { t } = useTranslation('operation');
  const { ago } = useFormat();
  const again = useRetryUntold();
  if (untold.length === 0) return <p className={classes.quiet}>{t('untold.none')}</p>;
  const shown = untold.map(({ id, name, attempts, reason, since }) => ({
    id,
    name: <bdi dir="ltr">{name}</bdi>,
    tried: t('untold.tried', { count: attempts, when: ago(since) }),
    reason,
  }));
  return <GivenUp items={shown} again={again} />;
}
