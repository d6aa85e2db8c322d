import { Button, NativeSelect, Textarea } from '@mantine/core';
import { Dialog, say, SearchField, useErrorSentence } from '@plenary/ground/web';
import { organisationLimits, type OrganisationDetailView } from '@plenary/organisations/domain';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMerge } from '../api/use-mandates';
import { useOrganisations } from '../api/use-organisations';
import { managing } from '../managing';
import classes from './Invite.module.css';

/** Two records of one organisation become one; it asks first, since it cannot be taken back. */
export function Merge({ organisation }: { organisation: OrganisationDetailView }) {
  const { t } = useTranslation(managing);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('merge')}
      </Button>
      {opened && <Question organisation={organisation} onClose={() => setOpened(false)} />}
    </>
  );
}

function Question({ organisation, onClose }: { organisation: OrganisationDetailView; onClose: () => void }) {
  const { t } = useTranslation(managing);
  const navigate = useNavigate();
  const merge = useMerge(organisation.id);
  const { sentence } = useErrorSentence(merge.error);
  const [query, setQuery] = useState('');
  const [into, setInto] = useState('');
  const [reason, setReason] = useState('');
  const found = useOrganisations({ query: query || undefined });
  const others = (found.data ?? []).filter(({ id }) => id !== organisation.id);
  const done = () => {
    say(t('merge.done', { name: organisation.name }));
    void navigate({ to: '/organisations/$id', params: { id: into } });
    onClose();
  };
  return (
    <Dialog
      title={t('merge.title', { name: organisation.name })}
      opened
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            color="red"
            disabled={into === '' || reason.trim() === ''}
            loading={merge.isPending}
            onClick={() => merge.mutate({ into, reason }, { onSuccess: done })}
          >
            {t('merge')}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        <p className={classes.hint}>{t('merge.text')}</p>
        <SearchField label={t('merge.search')} value={query} onSearch={setQuery} />
        <NativeSelect
          label={t('merge.into')}
          value={into}
          onChange={(event) => setInto(event.currentTarget.value)}
          data={[
            { value: '', label: t('merge.choose') },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Textarea
          label={t('decide.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={organisationLimits.reasonLength}
          rows={3}
          dir="auto"
        />
        {sentence && (
          <p role="alert" className={classes.problem}>
            {sentence}
          </p>
        )}
      </div>
    </Dialog>
  );
}
