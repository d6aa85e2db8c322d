import { Button } from '@mantine/core';
import { Dialog, say, useErrorSentence } from '@plenary/ground/web';
import {
  directStates,
  needsReason,
  type OrganisationDetailView,
  type OrganisationState,
} from '@plenary/organisations/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonField } from '../components/ReasonField';
import { useChangeState } from '../api/use-organisation-changes';
import classes from '../components/forms.module.css';
import { managing } from '../managing';

/** Accepting again is called otherwise, depending on where an organisation was. */
const waysBack: Partial<Record<OrganisationState, string>> = { suspended: 'reinstate', left: 'return' };

/** What coordinators decide about an organisation; each asks first, and most ask why. */
export function ChangeState({ organisation }: { organisation: OrganisationDetailView }) {
  const { t } = useTranslation(managing);
  const [next, setNext] = useState<OrganisationState | null>(null);
  const [reason, setReason] = useState('');
  const change = useChangeState(organisation.id);
  const close = () => {
    setNext(null);
    setReason('');
    change.reset();
  };
  const wayTo = (state: OrganisationState) =>
    state !== 'active' ? state : (waysBack[organisation.state] ?? 'active');
  const { sentence } = useErrorSentence(change.error);
  const decide = () =>
    change.mutate(
      { state: next!, reason },
      {
        onSuccess: () => {
          say(t(`decide.${wayTo(next!)}.done`, { name: organisation.name }));
          close();
        },
      },
    );
  return (
    <>
      {directStates(organisation.state).map((state) => (
        <Button key={state} variant="default" onClick={() => setNext(state)}>
          {t(`decide.${wayTo(state)}`)}
        </Button>
      ))}
      <Dialog
        title={next ? t(`decide.${wayTo(next)}.title`, { name: organisation.name }) : ''}
        opened={next !== null}
        onClose={close}
        actions={
          <>
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button color={next === 'active' ? undefined : 'red'} loading={change.isPending} onClick={decide}>
              {next && t(`decide.${wayTo(next)}`)}
            </Button>
          </>
        }
      >
        <div className={classes.form}>
          <p className={classes.hint}>{next && t(`decide.${wayTo(next)}.text`)}</p>
          <ReasonField
            label={t(next && needsReason(next) ? 'decide.reason' : 'decide.note')}
            value={reason}
            onChange={setReason}
            problem={sentence}
          />
        </div>
      </Dialog>
    </>
  );
}
