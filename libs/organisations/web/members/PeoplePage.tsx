import { Answer, DataTable, EmptyState, ListTotal, LoadMore, Page, WaitingList } from '@plenary/ground/web';
import { useRowBoxes, useSelection } from '@plenary/ground/web/selection';
import { isCoordinator, type PersonView } from '@plenary/organisations/domain';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useMembership } from '../api/use-membership';
import { usePeople, usePeopleTotal } from '../api/use-people';
import { columnsFor, columnsIn } from '../lists/chosen-columns';
import { PeopleActions } from '../components/bulk/PeopleActions';
import { ColumnChoice } from '../lists/ColumnChoice';
import { PeopleFilters } from './PeopleFilters';
import { SavedLists } from '../lists/SavedLists';
import { usePeopleColumns, usualPeopleColumns } from './use-people-columns';
import type { PeopleSearch } from '../list-search';
import { managing } from '../managing';
import { Filled } from '../slots/Filled';

const none: readonly PersonView[] = [];
const keyOf = (row: PersonView) => row.id;

export function PeoplePage() {
  const { t } = useTranslation(managing);
  const search: PeopleSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const { columns: wanted, ...filters } = search;
  const people = usePeople(filters);
  const total = usePeopleTotal(filters);
  const rows: readonly PersonView[] = people.data ?? none;
  const selection = useSelection(rows, keyOf);
  const boxes = useRowBoxes(selection, rows, keyOf, {
    all: t('selection.all'),
    row: ({ name }) => t('selection.row', { name }),
  });
  const columns = usePeopleColumns();
  const chosen = columnsIn({ columns: wanted }, usualPeopleColumns);
  const shown = columns.filter(({ key }) => key === 'name' || chosen.includes(key));
  const { data: membership } = useMembership();
  const coordinates = isCoordinator(membership);
  const leads = membership?.organisations.some(({ role }) => role === 'focal_point') ?? false;

  const filter = useCallback(
    (changed: PeopleSearch) =>
      void navigate({ to: '/people', search: (now) => ({ ...now, ...changed }), replace: true }),
    [navigate],
  );

  return (
    <Page title={t('people.title')} lead={t('people.lead')}>
      <PeopleFilters search={search} learnsWhoCame={coordinates || leads} onFilter={filter} />
      <SavedLists
        list="people"
        search={{ ...search }}
        onOpen={(kept) => void navigate({ to: '/people', search: kept, replace: true })}
      />
      <ColumnChoice
        columns={columns.filter((each) => each.key !== 'name')}
        chosen={chosen}
        onChoose={(keys) => filter({ columns: columnsFor(keys, usualPeopleColumns) })}
      />
      {/* The bar at the foot of the list stays with the list, not with the invitations below it. */}
      <div>
        <ListTotal total={total} say={(count, number) => t('people.total', { count, number })} />
        <Answer query={people} waiting={<WaitingList columns={shown} boxes={coordinates} />}>
          {() =>
            rows.length === 0 ? (
              <EmptyState title={t('people.none')}>{t('none.next')}</EmptyState>
            ) : (
              <>
                <DataTable
                  caption={t('people.title')}
                  columns={shown}
                  rows={rows}
                  rowKey={keyOf}
                  boxes={coordinates ? boxes : undefined}
                />
                <LoadMore query={people} />
              </>
            )
          }
        </Answer>
        {coordinates && <PeopleActions selection={selection} />}
      </div>
      {coordinates && <Filled place="Invitations" at={{ organisationId: null }} />}
    </Page>
  );
}
