import { NativeSelect } from '@mantine/core';
import {
  Answer,
  DataTable,
  EmptyState,
  ListTools,
  LoadMore,
  NarrowLine,
  Page,
  SearchField,
  useFormat,
  type Column,
} from '@plenary/ground/web';
import { regions, type OrganisationView, type Region } from '@plenary/organisations/domain';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganisations } from '../api/use-organisations';
import { useCoalition } from '../api/use-coalition';
import type { OrganisationsSearch } from '../list-search';

export function OrganisationsPage() {
  const { t } = useTranslation('organisations');
  const search: OrganisationsSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const organisations = useOrganisations(search);
  const { data: coalition } = useCoalition();
  const columns = useColumns();

  const filter = useCallback(
    (changed: OrganisationsSearch) =>
      void navigate({ to: '/organisations', search: (now) => ({ ...now, ...changed }), replace: true }),
    [navigate],
  );
  const onSearch = useCallback((query: string) => filter({ query: query || undefined }), [filter]);

  return (
    <Page title={t('title')} lead={coalition && t('lead', { coalition: coalition.name })}>
      <ListTools label={t('filter')}>
        <SearchField label={t('search')} value={search.query ?? ''} onSearch={onSearch} />
        <NativeSelect
          aria-label={t('region')}
          value={search.region ?? ''}
          onChange={(event) =>
            filter({ region: (event.currentTarget.value || undefined) as Region | undefined })
          }
          data={[
            { value: '', label: t('region.all') },
            ...regions.map((region) => ({ value: region, label: t(`region.${region}`) })),
          ]}
        />
      </ListTools>
      <Answer query={organisations}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('none')}>{t('none.next')}</EmptyState>
          ) : (
            <>
              <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
              <LoadMore query={organisations} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

function useColumns(): Column<OrganisationView>[] {
  const { t } = useTranslation('organisations');
  const format = useFormat();
  return [
    {
      key: 'name',
      title: t('column.name'),
      cell: (row) => (
        <>
          <Link to="/organisations/$id" params={{ id: row.id }}>
            <bdi>{row.name}</bdi>
          </Link>
          <NarrowLine>
            {format.country(row.country)} · {t('people', { count: row.peopleCount })}
          </NarrowLine>
        </>
      ),
    },
    { key: 'acronym', title: t('column.acronym'), wideOnly: true, cell: (row) => <bdi>{row.acronym}</bdi> },
    {
      key: 'country',
      title: t('column.country'),
      wideOnly: true,
      cell: (row) => format.country(row.country),
    },
    { key: 'region', title: t('region'), wideOnly: true, cell: (row) => t(`region.${row.region}`) },
    {
      key: 'people',
      title: t('column.people'),
      wideOnly: true,
      align: 'end',
      cell: (row) => format.number(row.peopleCount),
    },
  ];
}
