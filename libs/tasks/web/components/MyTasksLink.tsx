import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** The way from a person's own page to their tasks. */
export function MyTasksLink() {
  const { t } = useTranslation('tasks');
  return (
    <p>
      <Link to="/tasks">{t('mine')}</Link>
    </p>
  );
}
