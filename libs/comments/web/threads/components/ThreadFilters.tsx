import { NativeSelect } from '@mantine/core';
import { outcomes } from '@plenary/comments/domain';
import { useTranslation } from 'react-i18next';
import { shownKinds, type ChosenFilter, type ShownKind } from './filters';
import classes from './ThreadFilters.module.css';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Props {
  value: ChosenFilter;
  onChange: (value: ChosenFilter) => void;
  organisations: readonly Named[];
  groups?: readonly Named[];
  /** Those with threads. */
  paragraphs: readonly Named[];
  size: 'xs' | 'sm';
}

/** Which threads are shown. */
export function ThreadFilters({ value, onChange, organisations, groups = [], paragraphs, size }: Props) {
  const { t } = useTranslation('comments-threads');
  const choice = (key: 'organisationId' | 'groupId' | 'paragraphId', all: string, of: readonly Named[]) =>
    (of.length > 1 || value[key] !== undefined) && (
      <NativeSelect
        size={size}
        aria-label={all}
        value={value[key] ?? ''}
        data={[{ value: '', label: all }, ...of.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={({ currentTarget }) => onChange({ ...value, [key]: currentTarget.value || undefined })}
      />
    );
  return (
    <div role="search" aria-label={t('filter')} className={classes.filters}>
      <NativeSelect
        size={size}
        aria-label={t('filter.show')}
        value={value.show}
        data={[
          ...shownKinds.map((each) => ({ value: each, label: t(`show.${each}`) })),
          {
            group: t('filter.outcome'),
            items: outcomes.map((each) => ({ value: each, label: t(`outcome.${each}`) })),
          },
        ]}
        onChange={({ currentTarget }) => onChange({ ...value, show: currentTarget.value as ShownKind })}
      />
      {choice('organisationId', t('filter.organisations'), organisations)}
      {choice('groupId', t('filter.groups'), groups)}
      {choice('paragraphId', t('filter.paragraphs'), paragraphs)}
    </div>
  );
}
