import { Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import {
  Answer,
  EmptyState,
  ListTotal,
  LoadMore,
  Page,
  say,
  Section,
  useErrorSentence,
  WaitingParts,
} from '@plenary/ground/web';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApplications, useApplicationTotal } from '../api/use-applications';
import {
  useChangeCoalition,
  useCoalition,
  ForCoordinators,
  forms as classes,
} from '@plenary/organisations/web/parts';
import { managing } from '../managing';
import { ApplicationCard } from './ApplicationCard';

/** Those who apply, the oldest first; and whether anybody may ask. */
export function ApplicationsPage() {
  const { t } = useTranslation(managing);
  return (
    <ForCoordinators title={t('applications')}>
      <ApplicationsForCoordinators />
    </ForCoordinators>
  );
}

function ApplicationsForCoordinators() {
  const { t } = useTranslation(managing);
  const applications = useApplications();
  const total = useApplicationTotal();
  return (
    <Page
      title={t('applications')}
      lead={t('applications.lead')}
      width="reading"
      above={<Link to="/organisations">{t('common:back-to', { place: t('title') })}</Link>}
    >
      <Answer query={applications} waiting={<WaitingParts />}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t('applications.none')}>{t('applications.none.next')}</EmptyState>
          ) : (
            <>
              <ListTotal total={total} say={(count, number) => t('applications.total', { count, number })} />
              {items.map((each) => (
                <ApplicationCard key={each.organisation.id} application={each} />
              ))}
              <LoadMore query={applications} />
            </>
          )
        }
      </Answer>
      <Section title={t('applications.settings')}>
        <Settings />
      </Section>
    </Page>
  );
}

function Settings() {
  const { t } = useTranslation(managing);
  const { data: coalition } = useCoalition();
  const change = useChangeCoalition();
  const { sentence } = useErrorSentence(change.error);
  if (!coalition) return null;
  // What was just chosen shows at once; what the server says comes after it.
  const shown = { ...coalition, ...(change.isPending ? change.variables : {}) };
  const saved = { onSuccess: () => say(t('common:saved')) };
  return (
    <div className={`${classes.form} ${classes.roles}`}>
      <Checkbox
        label={t('applications.open')}
        description={t('applications.open.text', { address: `${location.origin}/apply` })}
        checked={shown.applications === 'open'}
        disabled={change.isPending}
        onChange={(event) =>
          change.mutate({ applications: event.currentTarget.checked ? 'open' : 'closed' }, saved)
        }
      />
      <Checkbox
        label={t('applications.second')}
        description={t('applications.second.text')}
        checked={shown.secondOpinion}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ secondOpinion: event.currentTarget.checked }, saved)}
      />
      {sentence && (
        <p role="alert" className={classes.problem}>
          {sentence}
        </p>
      )}
    </div>
  );
}
