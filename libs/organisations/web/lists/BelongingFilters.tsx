import { useTranslation } from 'react-i18next';
import type { PeopleSearch } from '../list-search';
import { managing } from '../managing';
import { FilterSelect } from './FilterSelect';
import { useFilterOptions } from './use-filter-options';

type Belonging = Pick<PeopleSearch, 'region' | 'constituency' | 'language'>;

interface Props {
  search: Belonging;
  /** What a language is to those in the list. */
  languages: string;
  onFilter: (changed: Belonging) => void;
}

/** Region, constituency and language: what organisations and their people are both filtered by. */
export function BelongingFilters({ search, languages, onFilter }: Props) {
  const { t } = useTranslation(managing);
  const options = useFilterOptions();
  return (
    <>
      <FilterSelect
        label={t('region')}
        all={t('region.all')}
        value={search.region}
        options={options.regions}
        onChange={(region) => onFilter({ region })}
      />
      <FilterSelect
        label={t('constituency')}
        all={t('constituency.all')}
        value={search.constituency}
        options={options.constituencies}
        onChange={(constituency) => onFilter({ constituency })}
      />
      <FilterSelect
        label={languages}
        all={t('language.all')}
        value={search.language}
        options={options.languages}
        onChange={(language) => onFilter({ language })}
      />
    </>
  );
}
