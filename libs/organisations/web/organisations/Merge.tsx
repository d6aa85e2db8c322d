import { Button } from '@mantine/core';
import { Dialog, say, SearchField, useErrorSentence, useFormat } from '@plenary/ground/web';
import { type OrganisationDetailView } from '@plenary/organisations/domain';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MergePreview } from './MergePreview';
import { ReasonField } from '../components/ReasonField';
import { useMerge } from '../api/use-mandates';
import { useOrganisations } from '../api/use-organisations';
import { managing } from '../managing';
import classes from '../components/forms.module.css';

/** Two records of one organisation become one; it asks first, since it cannot be undone. */
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
  const router = useRouter();
  const format = useFormat();
  // What is merged is another page at once, and this dialog with it gone: the way on is the mutation's own.
  const merge = useMerge(organisation.id, (kept) => {
    say(t('merge.done', { name: organisation.name }));
    void router.navigate({ to: '/organisations/$id', params: { id: kept } });
  });
  const { sentence } = useErrorSentence(merge.error);
  const [query, setQuery] = useState('');
  const [into, setInto] = useState('');
  const [reason, setReason] = useState('');
  const found = useOrganisations({ query: query || undefined });
  const others = (found.data ?? []).filter(({ id }) => id !== organisation.id);
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
            onClick={() => merge.mutate({ into, reason })}
          >
            {t('merge.do')}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        <p className={classes.hint}>{t('merge.text')}</p>
        <SearchField label={t('merge.search')} value={query} onSearch={setQuery} />
        {others.length === 0 && !found.isPending && <p className={classes.hint}>{t('merge.none')}</p>}
        {others.length > 0 && (
          <fieldset className={classes.found}>
            <legend>{t('merge.into')}</legend>
            {others.slice(0, 50).map(({ id, name, acronym, country }) => (
              <label key={id}>
                <input
                  type="radio"
                  name="into"
                  value={id}
                  checked={into === id}
                  onChange={() => setInto(id)}
                />
                <bdi>{name}</bdi>
                <span className={classes.aside}>
                  {[acronym, format.country(country)].filter(Boolean).join(' · ')}
                </span>
              </label>
            ))}
          </fieldset>
        )}
        {into !== '' && <MergePreview gone={organisation} keptId={into} />}
        <ReasonField label={t('decide.reason')} value={reason} onChange={setReason} problem={sentence} />
      </div>
    </Dialog>
  );
}
