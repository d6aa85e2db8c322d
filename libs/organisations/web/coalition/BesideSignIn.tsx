import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDoor } from '../api/use-door';
import classes from './BesideSignIn.module.css';

/** What somebody without an account may do: set the coalition up, or apply. */
export function BesideSignIn() {
  const { t } = useTranslation('organisations-public');
  const { data } = useDoor();
  if (!data) return null;
  if (!data.coalition) {
    return (
      <p className={classes.public}>
        {t('public.empty')} <Link to="/set-up">{t('public.set-up')}</Link>
      </p>
    );
  }
  const { name, applications } = data.coalition;
  return (
    <>
      {applications === 'open' && (
        <p className={classes.public}>
          <Link to="/apply">{t('public.apply', { coalition: name })}</Link>
        </p>
      )}
    </>
  );
}
