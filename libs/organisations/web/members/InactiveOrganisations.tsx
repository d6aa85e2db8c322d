import { withWords } from '@plenary/ground/web';
import { lazy, Suspense } from 'react';
import { useMembership } from '../api/use-membership';

const InactiveNotices = lazy(() =>
  withWords(['organisations'], () => import('./InactiveNotices'))().then(({ InactiveNotices: it }) => ({
    default: it,
  })),
);

/** Why somebody does not speak for an organisation of theirs at present; for everybody else nothing, not even loaded. */
export function InactiveOrganisations() {
  if (!useMembership().data?.inactive.length) return null;
  return (
    <Suspense>
      <InactiveNotices />
    </Suspense>
  );
}
