import { NativeSelect } from '@mantine/core';
import { ListTools, SearchField } from '@plenary/ground/web';
import { capacities } from '@plenary/groups/domain';
import { useGroups } from '@plenary/groups/web';
import { useOrganisations, usePeople } from '@plenary/organisations/web';
import { askedKinds, type AskedKind } from '@plenary/rights/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { managing } from '../managing';
import type { RightsSearch } from '../rights-search';

interface Props {
  asked: RightsSearch;
  /** Name of the one asked about, who may be in no page of the list. */
  name: string | null;
  onAsk: (asked: RightsSearch) => void;
}

/** About everybody, or about one role, person, organisation or group. */
export function AskAbout({ asked, name, onAsk }: Props) {
  const { t } = useTranslation(managing);
  const [query, setQuery] = useState('');
  const found = useChoices(asked.about, query);
  const known = found.some(({ value }) => value === asked.id);
  const choices = asked.id && name && !known ? [{ value: asked.id, label: name }, ...found] : found;
  return (
    <ListTools label={t('ask')}>
      <NativeSelect
        aria-label={t('ask')}
        value={asked.about ?? ''}
        onChange={(event) => {
          setQuery('');
          onAsk({ about: (event.currentTarget.value || undefined) as AskedKind | undefined, id: undefined });
        }}
        data={[
          { value: '', label: t('ask.all') },
          ...askedKinds.map((kind) => ({ value: kind, label: t(`ask.${kind}`) })),
        ]}
      />
      {(asked.about === 'people' || asked.about === 'organisations') && (
        <SearchField label={t(`ask.search.${asked.about}`)} value={query} onSearch={setQuery} />
      )}
      {asked.about && (
        <NativeSelect
          aria-label={t(`ask.which.${asked.about}`)}
          value={asked.id ?? ''}
          onChange={(event) => onAsk({ about: asked.about, id: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t(`ask.which.${asked.about}`) }, ...choices]}
        />
      )}
    </ListTools>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

function useChoices(kind: AskedKind | undefined, query: string): readonly Choice[] {
  const { t } = useTranslation(managing);
  const filter = query ? { query } : {};
  const groups = useGroups();
  const organisations = useOrganisations(kind === 'organisations' ? filter : {});
  const people = usePeople(kind === 'people' ? filter : {});
  const named = (items: readonly { id: string; name: string }[] = []) =>
    items.map(({ id, name }) => ({ value: id, label: name }));
  switch (kind) {
    case 'roles':
      return capacities
        .filter((each) => each !== 'everybody')
        .map((value) => ({ value, label: t(`capacities.${value}`) }));
    case 'groups':
      return named(groups.data);
    case 'organisations':
      return named(organisations.data);
    case 'people':
      return named(people.data);
    default:
      return [];
  }
}
