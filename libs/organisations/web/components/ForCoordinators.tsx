import { Answer, ApiError, ErrorNotice, Page, WaitingParts } from '@plenary/ground/web';
import { isCoordinator } from '@plenary/organisations/domain';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMembership } from '../api/use-membership';
import { managing } from '../managing';

/** A page that is the coordinators': everybody else reads why, and nothing of it. */
export function ForCoordinators({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation(managing);
  const membership = useMembership();
  if (isCoordinator(membership.data)) return <>{children}</>;
  return (
    <Page
      title={title}
      width="reading"
      above={<Link to="/organisations">{t('common:back-to', { place: t('title') })}</Link>}
    >
      <Answer query={membership} waiting={<WaitingParts />}>
        {() => <ErrorNotice error={new ApiError('coalition.forbidden', 403)} />}
      </Answer>
    </Page>
  );
}
