import { useFormat } from '@plenary/ground/web';
import type { ProcessView } from '@plenary/operation/domain';
import { useTranslation } from 'react-i18next';
import classes from './operation.module.css';

/** Refused edits by plain reason, since the processes began. */
export function RefusedEdits({ processes }: { processes: readonly ProcessView[] }) {
  const { t } = useTranslation('operation');
  const { number } = useFormat();
  const byReason = new Map<string, number>();
  for (const { refused } of processes) {
    for (const [code, count] of Object.entries(refused)) {
      const reason = t([`refused.${code}`, 'refused.other']);
      byReason.set(reason, (byReason.get(reason) ?? 0) + count);
    }
  }
  if (byReason.size === 0) return <p className={classes.quiet}>{t('refused.none')}</p>;
  return (
    <ul className={classes.refused}>
      {[...byReason]
        .sort(([, one], [, other]) => other - one)
        .map(([reason, count]) => (
          <li key={reason}>
            <span>{reason}</span>
            <b>{number(count)}</b>
          </li>
        ))}
    </ul>
  );
}
