import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { managing } from '../managing';

/** A way on from where there is nothing to do. */
export function BackToSignIn() {
  const { t } = useTranslation(managing);
  return (
    <p>
      <Link to="/">{t('to-sign-in')}</Link>
    </p>
  );
}
