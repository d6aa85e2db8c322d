import { Button } from '@mantine/core';
import { useFormat } from '@plenary/ground/web';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApplicationTotal } from '../api/use-applications';
import { managing } from '../managing';

/** The way to those who apply, with how many wait. For coordinators. */
export function ApplicationsLink() {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const count = useApplicationTotal() ?? 0;
  return (
    <Button component={Link} {...({ to: '/organisations/applications' } as object)} variant="default">
      {count > 0 ? t('applications.waiting', { number: format.number(count) }) : t('applications')}
    </Button>
  );
}
