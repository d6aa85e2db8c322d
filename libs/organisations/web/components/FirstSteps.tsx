import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { managing } from '../managing';
import classes from './FirstSteps.module.css';

const steps = [
  { key: 'organisations', to: '/organisations' },
  { key: 'import', to: '/organisations/import' },
  { key: 'people', to: '/people' },
  { key: 'settings', to: '/settings' },
] as const;

/** What a coordinator does first in a coalition that has just begun. */
export function FirstSteps() {
  const { t } = useTranslation(managing);
  return (
    <section className={classes.steps} aria-labelledby="first-steps">
      <h2 id="first-steps" className={classes.title}>
        {t('first.title')}
      </h2>
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
