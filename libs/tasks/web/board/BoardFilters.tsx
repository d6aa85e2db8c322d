import { NativeSelect } from '@mantine/core';
import { ListTools, SearchField } from '@plenary/ground/web';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../api/tasks-api';
import { peopleOf, type CardFilter } from './columns';

/** Which cards are shown: by words, and by who has them. */
export function BoardFilters({
  cards,
  value,
  onChange,
}: {
  cards: readonly Task[];
  value: CardFilter;
  onChange: (value: CardFilter) => void;
}) {
  const { t } = useTranslation('tasks');
  const people = useMemo(() => peopleOf(cards), [cards]);
  return (
    <ListTools label={t('filter')}>
      <SearchField
        label={t('filter.words')}
        value={value.words}
        onSearch={(words) => onChange({ ...value, words })}
      />
      <NativeSelect
        aria-label={t('filter.who')}
        value={value.who}
        onChange={(event) => onChange({ ...value, who: event.currentTarget.value })}
        data={[
          { value: '', label: t('filter.all') },
          { value: 'mine', label: t('filter.mine') },
          { value: 'nobody', label: t('filter.nobody') },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </ListTools>
  );
}
