import { Button } from '@mantine/core';
import { Answer, DataTable, EmptyState, ListTotal, LoadMore, Page, WaitingList } from '@plenary/ground/web';
import { useRowBoxes, useSelection } from '@plenary/ground/web/selection';
import { isCoordinator, type OrganisationState, type OrganisationView } from '@plenary/organisations/domain';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCoalition } from '../api/use-coalition';
import { useMembership } from '../api/use-membership';
import { useOrganisations, useOrganisationTotal } from '../api/use-organisations';
import { columnsFor, columnsIn } from '../lists/chosen-columns';
import { AddOrganisation } from './AddOrganisation';
import { OrganisationActions } from '../components/bulk/OrganisationActions';
import { ColumnChoice } from '../lists/ColumnChoice';
import { OrganisationFilters } from './OrganisationFilters';
import { SavedLists } from '../lists/SavedLists';
import { useOrganisationColumns, usualOrganisationColumns } from './use-organisation-columns';
import type { OrganisationsSearch } from '../list-search';
import { managing } from '../managing';
import { Filled } from '../slots/Filled';

const openStates: readonly OrganisationState[] = ['active', 'suspended', 'left'];
/** What was never of the coalition, or is another now, is the coordinators' concern. */
const allStates: readonly OrganisationState[] = [...openStates, 'applied', 'refused', 'merged'];
const none: readonly OrganisationView[] = [];
const keyOf = (row: OrganisationView) => row.id;

export function OrganisationsPage() {
  const { t } = useTranslation(managing);
  const said: OrganisationsSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const { data: coalition } = useCoalition();
  const { data: membership } = useMembership();
  const coordinates = isCoordinator(membership);
  const states = coordinates ? allStates : openStates;
  // A coordinator's address in somebody else's hands asks for what they may see of it.
  const search =
    membership && said.state && !states.includes(said.state) ? { ...said, state: undefined } : said;
  const { columns: wanted, ...filters } = search;
  const organisations = useOrganisations(filters);
  const total = useOrganisationTotal(filters);
  const rows: readonly OrganisationView[] = organisations.data ?? none;
  const selection = useSelection(rows, keyOf);
  const boxes = useRowBoxes(selection, rows, keyOf, {
    all: t('selection.all'),
    row: ({ name }) => t('selection.row', { name }),
  });
  const columns = useOrganisationColumns();
  const chosen = columnsIn({ columns: wanted }, usualOrganisationColumns);
  const shown = columns.filter(({ key }) => key === 'name' || chosen.includes(key));
  const [adding, setAdding] = useState(false);
  const isFiltered = Object.values(filters).some(Boolean);

  const filter = useCallback(
    (changed: OrganisationsSearch) =>
      void navigate({ to: '/organisations', search: (now) => ({ ...now, ...changed }), replace: true }),
    [navigate],
  );

  return (
    <Page
      title={t('title')}
      lead={coalition && t('lead', { coalition: coalition.name })}
      actions={
        coordinates && (
          <>
            <Button onClick={() => setAdding(true)}>{t('add')}</Button>
            <Filled place="ListActions" at={{}} />
            <Button component={Link} {...({ to: '/settings' } as object)} variant="default">
              {t('settings')}
            </Button>
          </>
        )
      }
    >
      {coordinates && <AddOrganisation opened={adding} onClose={() => setAdding(false)} />}
      <OrganisationFilters search={search} states={states} onFilter={filter} />
      <SavedLists
        list="organisations"
        search={{ ...search }}
        onOpen={(kept) => void navigate({ to: '/organisations', search: kept, replace: true })}
      />
      <ColumnChoice
        columns={columns.filter((each) => each.key !== 'name')}
        chosen={chosen}
        onChoose={(keys) => filter({ columns: columnsFor(keys, usualOrganisationColumns) })}
      />
      <ListTotal total={total} say={(count, number) => t('total', { count, number })} />
      <Answer query={organisations} waiting={<WaitingList columns={shown} boxes={coordinates} />}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={t(isFiltered ? 'none' : 'none.yet')}>
              {t(isFiltered ? 'none.next' : coordinates ? 'none.add' : 'none.wait')}
            </EmptyState>
          ) : (
            <>
              <DataTable
                caption={t('title')}
                columns={shown}
                rows={rows}
                rowKey={keyOf}
                boxes={coordinates ? boxes : undefined}
              />
              <LoadMore query={organisations} />
            </>
          )
        }
      </Answer>
      {coordinates && <OrganisationActions selection={selection} />}
    </Page>
  );
}
