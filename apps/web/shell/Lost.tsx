import { PublicPage } from '@plenary/identity/web';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export function Lost() {
  const { t } = useTranslation();
  return (
    <PublicPage title={t('lost.title')} lead={t('lost.text')}>
      <p>
        <Link to="/">{t('lost.home')}</Link>
      </p>
    </PublicPage>
  );
}
