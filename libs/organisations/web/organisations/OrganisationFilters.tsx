import { ListTools, SearchField } from '@plenary/ground/web';
import type { OrganisationState } from '@plenary/organisations/domain';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganisationsSearch } from '../list-search';
import { managing } from '../managing';
import { BelongingFilters } from '../lists/BelongingFilters';
import { FilterSelect } from '../lists/FilterSelect';
import { MoreFilters } from '../lists/MoreFilters';

interface Props {
  search: OrganisationsSearch;
  states: readonly OrganisationState[];
  onFilter: (changed: OrganisationsSearch) => void;
}

/** What the list of organisations is searched and filtered by; all of it holds together. */
export function OrganisationFilters({ search, states, onFilter }: Props) {
  const { t } = useTranslation(managing);
  const onSearch = useCallback((query: string) => onFilter({ query: query || undefined }), [onFilter]);
  return (
    <ListTools label={t('filter')}>
      <SearchField label={t('search')} value={search.query ?? ''} onSearch={onSearch} />
      <MoreFilters
        chosen={[search.region, search.constituency, search.state, search.language].filter(Boolean).length}
      >
        <BelongingFilters search={search} languages={t('languages')} onFilter={onFilter} />
        <FilterSelect
          label={t('state')}
          all={t('state.all')}
          value={search.state}
          options={states.map((state) => [state, t(`state.${state}`)] as const)}
          onChange={(state) => onFilter({ state })}
        />
      </MoreFilters>
    </ListTools>
  );
}
