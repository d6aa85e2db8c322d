import { Button, NativeSelect } from '@mantine/core';
import { interfaceLanguages } from '@plenary/ground/kernel';
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
import {
  constituencies,
  regions,
  type Constituency,
  type OrganisationState,
  type OrganisationView,
  type Region,
} from '@plenary/organisations/domain';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganisations } from '../api/use-organisations';
import { useMembership } from '../api/use-membership';
import { ColumnChoice } from '../components/ColumnChoice';
import { SavedLists } from '../components/SavedLists';
import { AddOrganisation } from '../components/AddOrganisation';
import { ApplicationsLink } from '../components/ApplicationsLink';
import { useCoalition } from '../api/use-coalition';
import classes from '../components/lists.module.css';
import type { OrganisationsSearch } from '../list-search';
import { managing } from '../managing';

export function OrganisationsPage() {
  const { t } = useTranslation(managing);
  const search: OrganisationsSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const organisations = useOrganisations(filterOf(search));
  const { data: coalition } = useCoalition();
  const columns = useColumns();
  const { data: membership } = useMembership();
  const coordinates = membership?.coalitionRoles.includes('coordinator') ?? false;
  const [adding, setAdding] = useState(false);
  const format = useFormat();
  const { columns: wanted, ...filters } = search;
  const chosen = wanted?.split(',') ?? usualColumns;
  const shown = columns.filter(({ key }) => key === 'name' || chosen.includes(key));
  const isFiltered = Object.values(filters).some(Boolean);

  const filter = useCallback(
    (changed: OrganisationsSearch) =>
      void navigate({ to: '/organisations', search: (now) => ({ ...now, ...changed }), replace: true }),
    [navigate],
  );
  const onSearch = useCallback((query: string) => filter({ query: query || undefined }), [filter]);

  return (
    <Page
      title={t('title')}
      lead={coalition && t('lead', { coalition: coalition.name })}
      actions={
        coordinates && (
          <>
            <Button onClick={() => setAdding(true)}>{t('add')}</Button>
            <Button component={Link} {...({ to: '/organisations/import' } as object)} variant="default">
              {t('import')}
            </Button>
            <ApplicationsLink />
            <Button component={Link} {...({ to: '/settings' } as object)} variant="default">
              {t('settings')}
            </Button>
          </>
        )
      }
    >
      {coordinates && <AddOrganisation opened={adding} onClose={() => setAdding(false)} />}
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
        <NativeSelect
          aria-label={t('constituency')}
          value={search.constituency ?? ''}
          onChange={(event) =>
            filter({ constituency: (event.currentTarget.value || undefined) as Constituency | undefined })
          }
          data={[
            { value: '', label: t('constituency.all') },
            ...constituencies.map((value) => ({ value, label: t(`constituency.${value}`) })),
          ]}
        />
        <NativeSelect
          aria-label={t('state')}
          value={search.state ?? ''}
          onChange={(event) =>
            filter({ state: (event.currentTarget.value || undefined) as OrganisationState | undefined })
          }
          data={[
            { value: '', label: t('state.all') },
            ...(['active', 'suspended', 'left'] as const).map((value) => ({
              value,
              label: t(`state.${value}`),
            })),
          ]}
        />
        <NativeSelect
          aria-label={t('languages')}
          value={search.language ?? ''}
          onChange={(event) => filter({ language: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('language.all') },
            ...[...new Set([...(coalition?.languages ?? []), ...interfaceLanguages])].map((value) => ({
              value,
              label: format.language(value),
            })),
          ]}
        />
      </ListTools>
      <SavedLists
        list="organisations"
        search={{ ...search }}
        onOpen={(kept) => void navigate({ to: '/organisations', search: kept, replace: true })}
      />
      <ColumnChoice
        columns={columns.filter((each) => each.key !== 'name')}
        chosen={chosen}
        onChoose={(keys) => filter({ columns: keys.join(',') || undefined })}
      />
      <Answer query={organisations}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t(isFiltered ? 'none' : 'none.yet')}>
              {t(isFiltered ? 'none.next' : coordinates ? 'none.add' : 'none.wait')}
            </EmptyState>
          ) : (
            <>
              <DataTable caption={t('title')} columns={shown} rows={rows} rowKey={(row) => row.id} />
              <LoadMore query={organisations} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

const usualColumns = ['acronym', 'country', 'region', 'people'];
const filterOf = ({ columns: _, ...filter }: OrganisationsSearch) => filter;

function useColumns(): Column<OrganisationView>[] {
  const { t } = useTranslation(managing);
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
          {row.state !== 'active' && <span className={classes.quiet}> {t(`state.${row.state}`)}</span>}
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
      key: 'constituency',
      title: t('constituency'),
      wideOnly: true,
      cell: (row) => t(`constituency.${row.constituency}`),
    },
    {
      key: 'languages',
      title: t('languages'),
      wideOnly: true,
      cell: (row) => row.languages.map(format.language).join(', '),
    },
    { key: 'state', title: t('state'), wideOnly: true, cell: (row) => t(`state.${row.state}`) },
    {
      key: 'people',
      title: t('column.people'),
      wideOnly: true,
      align: 'end',
      cell: (row) => format.number(row.peopleCount),
    },
  ];
}
