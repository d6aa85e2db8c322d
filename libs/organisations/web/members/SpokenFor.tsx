import { withWords } from '@plenary/ground/web';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMembership } from '../api/use-membership';
import classes from './SpokenFor.module.css';

// Few act for several organisations: only they load the choice.
const SpokesChoice = lazy(() =>
  withWords(['organisations'], () => import('./SpokesChoice'))().then(({ SpokesChoice: it }) => ({
    default: it,
  })),
);

/** Always in sight: for whom one speaks; who acts for several organisations changes it here, too. */
export function SpokenFor() {
  const { t } = useTranslation('organisations-public');
  const { data } = useMembership();
  if (!data?.actingFor) return null;
  const { organisations, actingFor } = data;
  const name = (
    <bdi className={classes.name} title={actingFor.name}>
      {actingFor.name}
    </bdi>
  );
  return (
    <div className={classes.spoken}>
      <span className={classes.label}>{t('speaks-for')}</span>
      {organisations.length < 2 ? (
        name
      ) : (
        <Suspense fallback={name}>
          <SpokesChoice organisations={organisations} chosen={actingFor.id} />
        </Suspense>
      )}
    </div>
  );
}
