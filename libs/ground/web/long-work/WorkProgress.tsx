import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format';
import classes from './WorkProgress.module.css';
import type { Work } from './use-work';

interface Props {
  work: Work;
  /** What is being done. */
  doing: string;
  /** It is wanted on this page alone; absent, the page may be closed meanwhile. */
  stays?: boolean;
}

/** How far a work is. */
export function WorkProgress({ work, doing, stays }: Props) {
  const { t } = useTranslation('work-managing');
  const format = useFormat();
  const id = useId();
  const { state, done, total } = work;
  const isCounted = state === 'running' && total !== null && total > 0;
  const said = isCounted
    ? t('work-managing:work.counted', { done: format.number(done), total: format.number(total) })
    : undefined;
  return (
    <div className={classes.work}>
      <p className={classes.doing} id={id} role="status">
        {state === 'waiting' ? t('work-managing:work.waiting') : doing}
      </p>
      <div
        className={classes.bar}
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={isCounted ? total : undefined}
        aria-valuenow={isCounted ? done : undefined}
        aria-valuetext={said}
        data-unknown={!isCounted || undefined}
      >
        <span style={isCounted ? { inlineSize: `${(100 * done) / total}%` } : undefined} />
      </div>
      <p className={classes.note}>
        {said && <span className={classes.count}>{said}</span>}
        {!stays && <span>{t('work-managing:work.goes-on')}</span>}
      </p>
    </div>
  );
}
