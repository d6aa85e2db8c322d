import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDoor } from '../api/use-door';
import classes from './AtTheDoor.module.css';

/** What somebody without an account may do: set the coalition up, or apply. */
export function AtTheDoor() {
  const { t } = useTranslation('organisations-door');
  const { data } = useDoor();
  if (!data) return null;
  if (!data.coalition) {
    return (
      <p className={classes.door}>
        {t('door.empty')} <Link to="/set-up">{t('door.set-up')}</Link>
      </p>
    );
  }
  const { name, applications } = data.coalition;
  return (
    <>
      {applications === 'open' && (
        <p className={classes.door}>
          <Link to="/apply">{t('door.apply', { coalition: name })}</Link>
        </p>
      )}
    </>
  );
}
