import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDoor } from '../api/use-door';
import { managing } from '../managing';
import classes from './FirstSteps.module.css';

const steps = [
  { key: 'settings', to: '/settings' },
  { key: 'organisations', to: '/organisations' },
  { key: 'import', to: '/organisations/import' },
  { key: 'people', to: '/people' },
  { key: 'statement', to: '/statements' },
] as const;

/** What a coordinator does first in a coalition that has just begun. */
export function FirstSteps() {
  const { t } = useTranslation(managing);
  const emails = useDoor().data?.emails;
  return (
    <section className={classes.steps} aria-labelledby="first-steps">
      <h2 id="first-steps" className={classes.title}>
        {t('first.title')}
      </h2>
      <p className={classes.lead}>{t('first.lead')}</p>
      {emails === 'waiting' && (
        <p className={classes.mail}>
          <strong>{t('first.mail')}</strong> {t('first.mail.next')}
        </p>
      )}
      <ol className={classes.list}>
        {steps.map(({ key, to }) => (
          <li key={key} className={classes.step}>
            <Link to={to}>{t(`first.${key}`)}</Link>
            <span className={classes.note}>{t(`first.${key}.note`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
