import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDoor } from '../api/use-door';
import { managing } from '../managing';
import classes from './AtTheDoor.module.css';

/** Where a letter is that one waits for, when letters do not go out by mail; nothing where they do (ORG-25). */
export function LettersKept() {
  const { t } = useTranslation(managing);
  const letters = useDoor().data?.letters;
  if (letters === 'mailbox') {
    return (
      <p className={classes.kept}>
        {t('letters.mailbox')} <Link to="/mailbox">{t('letters.mailbox.open')}</Link>
      </p>
    );
  }
  return letters === 'waiting' ? <p className={classes.kept}>{t('letters.waiting')}</p> : null;
}
