import { Page } from '@plenary/ground/web';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export function Lost() {
  const { t } = useTranslation();
  return (
    <Page title={t('lost.title')} lead={t('lost.text')} width="reading">
      <Link to="/">{t('lost.home')}</Link>
    </Page>
  );
}
