import { Answer, Section, useFormat } from '@plenary/ground/web';
import type { FailedJobView } from '@plenary/operation/domain';
import { useTranslation } from 'react-i18next';
import { useFailedWork, useTryAgain } from '../api/use-failed-work';
import { GivenUp } from './GivenUp';
import classes from './operation.module.css';

/** OPS-3: work that failed at every attempt, and the way to have it tried again. */
export function FailedWork() {
  const { t } = useTranslation('operation');
  return (
    <Section title={t('work')}>
      <Answer query={useFailedWork()}>
        {({ items, waiting, failed }) => (
          <>
            <p className={classes.quiet}>
              {failed === 0 ? t('work.none') : t('work.failed', { count: failed })}{' '}
              {t('work.waiting', { count: waiting })}
            </p>
            {items.length > 0 && <Items items={items} />}
          </>
        )}
      </Answer>
    </Section>
  );
}

function Items({ items }: { items: readonly FailedJobView[] }) {
  const { t } = useTranslation('operation');
  const { ago } = useFormat();
  const shown = items.map(({ id, name, attempts, kind, addedAt }) => ({
    id,
    name: t([`work.of.${name}`, 'work.of.other']),
    tried: t('work.tried', { count: attempts, when: ago(addedAt) }),
    reason: kind,
  }));
  return <GivenUp items={shown} again={useTryAgain()} />;
}
