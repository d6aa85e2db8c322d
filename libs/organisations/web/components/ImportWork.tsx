import { Button } from '@mantine/core';
import { Section, useFormat } from '@plenary/ground/web';
import { isUnderWay, usePutAway, WorkProgress, WorkRefused, type Work } from '@plenary/ground/web/long-work';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './Import.module.css';
import { managing } from '../managing';

const counts = ['organisations', 'people', 'named'] as const;

/** A list that is being taken, or was: how far it is, what came of it. */
export function ImportWork({ work }: { work: Work }) {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const putAway = usePutAway();
  if (isUnderWay(work))
    return <WorkProgress work={work} doing={t(`import.doing.${work.step ?? 'reading'}`)} />;
  if (work.state === 'failed') return <WorkRefused work={work} />;
  return (
    <Section title={t('import.done')}>
      <ul className={classes.would} role="status">
        {counts.map((key) => (
          <li key={key}>
            {t(`import.taken.${key}`, { number: format.number(Number(work.outcome?.[key] ?? 0)) })}
          </li>
        ))}
      </ul>
      <div className={classes.acts}>
        <Link to="/organisations">{t('import.see')}</Link>
        <Button variant="default" loading={putAway.isPending} onClick={() => putAway.mutate(work.id)}>
          {t('work-managing:work.seen')}
        </Button>
      </div>
    </Section>
  );
}
