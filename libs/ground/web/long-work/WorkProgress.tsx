import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format';
import classes from './WorkProgress.module.css';
import type { Work } from './use-work';

/** How far a work is. `doing` says what is being done; the page may be closed meanwhile. */
export function WorkProgress({ work, doing }: { work: Work; doing: string }) {
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
        <span>{t('work-managing:work.goes-on')}</span>
      </p>
    </div>
  );
}
