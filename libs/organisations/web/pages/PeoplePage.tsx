import { NativeSelect } from '@mantine/core';
import {
  Answer,
  DataTable,
  EmptyState,
  ListTools,
  LoadMore,
  NarrowLine,
  Page,
  PersonMark,
  SearchField,
  type Column,
} from '@plenary/ground/web';
import { coalitionRoles, type CoalitionRole, type PersonView } from '@plenary/organisations/domain';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useMembership } from '../api/use-membership';
import { usePeople } from '../api/use-people';
import { SavedLists } from '../components/SavedLists';
import { Invitations } from '../components/Invitations';
import classes from '../components/lists.module.css';
import type { PeopleSearch } from '../list-search';
import { managing } from '../managing';

export function PeoplePage() {
  const { t } = useTranslation(managing);
  const search: PeopleSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const people = usePeople(search);
  const columns = useColumns();
  const { data: membership } = useMembership();

  const filter = useCallback(
    (changed: PeopleSearch) =>
      void navigate({ to: '/people', search: (now) => ({ ...now, ...changed }), replace: true }),
    [navigate],
  );
  const onSearch = useCallback((query: string) => filter({ query: query || undefined }), [filter]);

  return (
    <Page title={t('people.title')} lead={t('people.lead')}>
      <ListTools label={t('people.filter')}>
        <SearchField label={t('people.search')} value={search.query ?? ''} onSearch={onSearch} />
        <NativeSelect
          aria-label={t('role')}
          value={search.role ?? ''}
          onChange={(event) =>
            filter({ role: (event.currentTarget.value || undefined) as CoalitionRole | undefined })
          }
          data={[
            { value: '', label: t('role.all') },
            ...coalitionRoles.map((role) => ({ value: role, label: t(`role.${role}`) })),
          ]}
        />
      </ListTools>
      <SavedLists
        list="people"
        search={{ ...search }}
        onOpen={(kept) => void navigate({ to: '/people', search: kept, replace: true })}
      />
      <Answer query={people}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('people.none')}>{t('none.next')}</EmptyState>
          ) : (
            <>
              <DataTable caption={t('people.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
              <LoadMore query={people} />
            </>
          )
        }
      </Answer>
      {membership?.coalitionRoles.includes('coordinator') && <Invitations organisationId={null} />}
    </Page>
  );
}

function useColumns(): Column<PersonView>[] {
  const { t } = useTranslation(managing);
  const organisationOf = (row: PersonView) =>
    row.organisations.map((each) => each.acronym ?? each.name).join(', ');
  const rolesOf = (row: PersonView) => row.coalitionRoles.map((role) => t(`role.${role}`)).join(', ');
  return [
    {
      key: 'name',
      title: t('column.name'),
      cell: (row) => (
        <span className={classes.withMark}>
          <PersonMark name={row.name} colour={row.colour} />
          <span>
            <Link to="/people/$id" params={{ id: row.id }}>
              <bdi>{row.name}</bdi>
            </Link>
            <NarrowLine>{[organisationOf(row), rolesOf(row)].filter(Boolean).join(' · ')}</NarrowLine>
          </span>
        </span>
      ),
    },
    {
      key: 'organisation',
      title: t('one'),
      wideOnly: true,
      cell: (row) =>
        row.organisations.map((each) => (
          <Link key={each.id} to="/organisations/$id" params={{ id: each.id }} style={{ display: 'block' }}>
            <bdi>{each.name}</bdi>
          </Link>
        )),
    },
    { key: 'role', title: t('role'), wideOnly: true, cell: rolesOf },
  ];
}
