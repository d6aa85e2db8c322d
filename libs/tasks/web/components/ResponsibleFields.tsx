import { CloseButton } from '@mantine/core';
import { Picker, type PickerOption } from '@plenary/ground/web';
import { useOrganisations, usePeople } from '@plenary/organisations/web';
import { taskLimits } from '@plenary/tasks/domain';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './tasks.module.css';

export interface Chosen {
  readonly people: readonly PickerOption[];
  readonly organisation: PickerOption | null;
}

export const nobody: Chosen = { people: [], organisation: null };

export const responsibleOf = ({ people, organisation }: Chosen) => ({
  personIds: people.map(({ value }) => value),
  organisationId: organisation?.value ?? null,
});

const shown = 12;

/** Who is to do it: people by name, an organisation, or both. */
export function ResponsibleFields({
  value,
  error,
  onChange,
}: {
  value: Chosen;
  error?: string | undefined;
  onChange: (value: Chosen) => void;
}) {
  const { t } = useTranslation('tasks');
  const { people } = value;
  return (
    <div className={classes.form}>
      {people.length < taskLimits.people && (
        <PersonPicker
          chosen={people}
          error={error}
          onChoose={(person) => onChange({ ...value, people: [...people, person] })}
        />
      )}
      {people.length > 0 && (
        <ul className={classes.chosen} aria-label={t('field.people.chosen')}>
          {people.map((person) => (
            <li key={person.value}>
              <bdi>{person.label}</bdi>
              <CloseButton
                size="sm"
                aria-label={t('field.people.remove', { name: person.label })}
                onClick={() =>
                  onChange({ ...value, people: people.filter((each) => each.value !== person.value) })
                }
              />
            </li>
          ))}
        </ul>
      )}
      <OrganisationPicker
        chosen={value.organisation}
        onChoose={(organisation) => onChange({ ...value, organisation })}
      />
    </div>
  );
}

function PersonPicker({
  chosen,
  error,
  onChoose,
}: {
  chosen: readonly PickerOption[];
  error?: string | undefined;
  onChoose: (person: PickerOption) => void;
}) {
  const { t } = useTranslation('tasks');
  const [query, setQuery] = useState('');
  const { data: found } = usePeople(query ? { query } : {});
  const options = useMemo(
    () =>
      (found ?? [])
        .filter(({ id }) => chosen.every(({ value }) => value !== id))
        .slice(0, shown)
        .map(({ id, name, organisations }) => ({ value: id, label: name, note: organisations[0]?.name })),
    [found, chosen],
  );
  return (
    <Picker
      label={t('field.people')}
      placeholder={t('field.people.search')}
      error={error}
      options={options}
      chosen={null}
      onSearch={setQuery}
      onChoose={(option) => option && onChoose(option)}
    />
  );
}

function OrganisationPicker({
  chosen,
  onChoose,
}: {
  chosen: PickerOption | null;
  onChoose: (organisation: PickerOption | null) => void;
}) {
  const { t } = useTranslation('tasks');
  const [query, setQuery] = useState('');
  const { data: found } = useOrganisations(query ? { query } : {});
  const options = useMemo(
    () =>
      (found ?? [])
        .slice(0, shown)
        .map(({ id, name, acronym }) => ({ value: id, label: name, note: acronym })),
    [found],
  );
  return (
    <Picker
      label={t('field.organisation')}
      placeholder={t('field.organisation.search')}
      description={t('field.organisation.note')}
      options={options}
      chosen={chosen}
      onSearch={setQuery}
      onChoose={onChoose}
    />
  );
}
