import { ListTools, SearchField } from '@plenary/ground/web';
import { coalitionRoles, representativeRoles } from '@plenary/organisations/domain';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeopleSearch } from '../list-search';
import { managing } from '../managing';
import { BelongingFilters } from '../lists/BelongingFilters';
import { FilterSelect } from '../lists/FilterSelect';
import { MoreFilters } from '../lists/MoreFilters';

interface Props {
  search: PeopleSearch;
  /** Coordinators, and focal points of their own people. */
  learnsWhoCame: boolean;
  onFilter: (changed: PeopleSearch) => void;
}

/** What the list of people is searched and filtered by; all of it holds together. */
export function PeopleFilters({ search, learnsWhoCame, onFilter }: Props) {
  const { t } = useTranslation(managing);
  const onSearch = useCallback((query: string) => onFilter({ query: query || undefined }), [onFilter]);
  return (
    <ListTools label={t('people.filter')}>
      <SearchField label={t('people.search')} value={search.query ?? ''} onSearch={onSearch} />
      <MoreFilters
        chosen={
          [
            ...[search.role, search.actsAs, search.region, search.constituency],
            ...[search.language, search.arrival],
          ].filter(Boolean).length
        }
      >
        <FilterSelect
          label={t('role')}
          all={t('people.role.all')}
          value={search.role}
          options={coalitionRoles.map((role) => [role, t(`role.${role}`)] as const)}
          onChange={(role) => onFilter({ role })}
        />
        <FilterSelect
          label={t('acts-as')}
          all={t('acts-as.all')}
          value={search.actsAs}
          options={representativeRoles.map((role) => [role, t(`representative.${role}`)] as const)}
          onChange={(actsAs) => onFilter({ actsAs })}
        />
        <BelongingFilters search={search} languages={t('people.language')} onFilter={onFilter} />
        {learnsWhoCame && (
          <FilterSelect
            label={t('arrival')}
            all={t('arrival.all')}
            value={search.arrival}
            options={[['awaited', t('arrival.awaited')]]}
            onChange={(arrival) => onFilter({ arrival })}
          />
        )}
      </MoreFilters>
    </ListTools>
  );
}
