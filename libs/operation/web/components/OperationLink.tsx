import { isCoordinator } from '@plenary/organisations/domain';
import { useMembership } from '@plenary/organisations/web';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './operation.module.css';

/** The way to the page, for those who may see it. */
export function OperationLink() {
  const { t } = useTranslation('operation');
  const { data } = useMembership();
  if (!isCoordinator(data)) return null;
  return (
    <p className={classes.way}>
      <Link to="/operation">{t('link')}</Link>
    </p>
  );
}
