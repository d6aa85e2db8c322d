import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActivityReaders } from './ActivityReaders';

/** The way to the page, for those who may read it. */
export function ActivityLink() {
  const { t } = useTranslation('audit');
  return (
    <ActivityReaders>
      <p>
        <Link to="/activity">{t('link')}</Link>
      </p>
    </ActivityReaders>
  );
}
