import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { managing } from '../managing';
import { ApplicationsLink } from './ApplicationsLink';

/** From the list of organisations to lists and applications. For coordinators. */
export function WaysIn() {
  const { t } = useTranslation(managing);
  return (
    <>
      <Button component={Link} {...({ to: '/organisations/import' } as object)} variant="default">
        {t('import')}
      </Button>
      <ApplicationsLink />
    </>
  );
}
