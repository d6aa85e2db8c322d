import { Picker, type PickerOption } from '@plenary/ground/web';
import { isCoordinator } from '@plenary/organisations/domain';
import { useMembership, useOrganisations, usePeople } from '@plenary/organisations/web';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../api/use-name-of';

interface Props {
  id: string | undefined;
  onChoose: (id: string | undefined) => void;
}

const shown = 12;
const chosenOf = (id: string | undefined, name: string | undefined): PickerOption | null =>
  id ? { value: id, label: name ?? '…' } : null;

/** About one organisation, or in its name. Who reads of one organisation alone has nothing to choose. */
export function OrganisationFilter({ id, onChoose }: Props) {
  const { t } = useTranslation('audit');
  const [query, setQuery] = useState('');
  const { data: membership } = useMembership();
  const coordinates = isCoordinator(membership);
  const { data: found } = useOrganisations(query ? { query } : {});
  const { data: name } = useNameOf('organisation', id);
  const own = useMemo(
    () => membership?.organisations.filter(({ role }) => role === 'focal_point'),
    [membership],
  );
  const options = useMemo(
    () =>
      (coordinates ? (found ?? []) : (own ?? []))
        .slice(0, shown)
        .map((each) => ({ value: each.id, label: each.name, note: 'acronym' in each ? each.acronym : null })),
    [coordinates, found, own],
  );
  if (!membership || (!coordinates && (own?.length ?? 0) < 2 && !id)) return null;
  return (
    <Picker
      label={t('organisation')}
      placeholder={t('organisation.all')}
      options={options}
      chosen={chosenOf(id, name)}
      onSearch={setQuery}
      onChoose={(option) => onChoose(option?.value)}
    />
  );
}

/** Done by one person. */
export function PersonFilter({ id, onChoose }: Props) {
  const { t } = useTranslation('audit');
  const [query, setQuery] = useState('');
  const { data: found } = usePeople(query ? { query } : {});
  const { data: name } = useNameOf('person', id);
  const options = useMemo(
    () =>
      (found ?? []).slice(0, shown).map((each) => ({
        value: each.id,
        label: each.name,
        note: each.organisations[0]?.acronym ?? each.organisations[0]?.name,
      })),
    [found],
  );
  return (
    <Picker
      label={t('person')}
      placeholder={t('person.all')}
      options={options}
      chosen={chosenOf(id, name)}
      onSearch={setQuery}
      onChoose={(option) => onChoose(option?.value)}
    />
  );
}
