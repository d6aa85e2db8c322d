import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { commentLimits, sourcesByHand, type SourceByHand } from '@plenary/comments/domain';
import { Picker } from '@plenary/ground/web';
import { useOrganisations } from '@plenary/organisations/web';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnteredForSaid } from '../outbox/unsent-comment';
import classes from './Composer.module.css';

interface Props {
  value: EnteredForSaid | null;
  onChange: (value: EnteredForSaid | null) => void;
}

/** For a secretariat: whose words these are, and how they came. */
export function EnteredFor({ value, onChange }: Props) {
  const { t } = useTranslation('comments-threads');
  return (
    <div className={classes.entered}>
      <Checkbox
        size="xs"
        label={t('entered.for')}
        checked={value !== null}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.checked ? { name: '', organisationId: null, source: 'email' } : null)
        }
      />
      {value && <Fields value={value} onChange={onChange} />}
    </div>
  );
}

function Fields({ value, onChange }: { value: EnteredForSaid; onChange: Props['onChange'] }) {
  const { t } = useTranslation('comments-threads');
  const [query, setQuery] = useState('');
  const [organisation, setOrganisation] = useState<string | null>(null);
  const { data = [] } = useOrganisations({ query: query || undefined });
  const search = useCallback((words: string) => setQuery(words), []);
  return (
    <>
      <TextInput
        label={t('entered.name')}
        value={value.name}
        maxLength={commentLimits.nameLength}
        required
        dir="auto"
        onChange={({ currentTarget }) => onChange({ ...value, name: currentTarget.value })}
      />
      <Picker
        label={t('entered.organisation')}
        options={data.map(({ id, name, acronym }) => ({ value: id, label: name, note: acronym }))}
        chosen={
          value.organisationId && organisation ? { value: value.organisationId, label: organisation } : null
        }
        onSearch={search}
        onChoose={(option) => {
          setOrganisation(option?.label ?? null);
          onChange({ ...value, organisationId: option?.value ?? null });
        }}
      />
      <NativeSelect
        label={t('entered.source')}
        value={value.source}
        data={sourcesByHand.map((source) => ({ value: source, label: t(`source.${source}`) }))}
        onChange={({ currentTarget }) => onChange({ ...value, source: currentTarget.value as SourceByHand })}
      />
    </>
  );
}
