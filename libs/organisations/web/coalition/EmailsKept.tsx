import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDoor } from '../api/use-door';
import { managing } from '../managing';
import classes from './BesideSignIn.module.css';

/** Where an e-mail is that one waits for, when e-mails do not go out by mail; nothing where they do (ORG-25). */
export function EmailsKept() {
  const { t } = useTranslation(managing);
  const emails = useDoor().data?.emails;
  if (emails === 'mailbox') {
    return (
      <p className={classes.kept}>
        {t('emails.mailbox')} <Link to="/mailbox">{t('emails.mailbox.open')}</Link>
      </p>
    );
  }
  return emails === 'waiting' ? <p className={classes.kept}>{t('emails.waiting')}</p> : null;
}
