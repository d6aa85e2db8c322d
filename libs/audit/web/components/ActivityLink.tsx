import { useMembership } from '@plenary/organisations/web';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** The way to the page, for those who may read it. */
export function ActivityLink() {
  const { t } = useTranslation('audit');
  const { data } = useMembership();
  const isFocal = data?.organisations.some(({ role }) => role === 'focal_point');
  if (!isFocal && !data?.coalitionRoles.includes('coordinator')) return null;
  return (
    <p>
      <Link to="/activity">{t('link')}</Link>
    </p>
  );
}
