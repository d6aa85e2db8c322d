import { Button } from '@mantine/core';
import {
  Answer,
  DataTable,
  EmptyState,
  ListTools,
  ListTotal,
  NarrowLine,
  Page,
  SearchField,
  useFormat,
  WaitingList,
  type Column,
} from '@plenary/ground/web';
import type { StatementView } from '@plenary/statements/domain';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStatements, useStatementTotal } from '../api/use-statements';
import { BeginStatement } from '../components/BeginStatement';
import { Fill } from '../slots/Fill';
import { StatementSlots } from '../slots/statement-slots';

export function StatementsPage() {
  const { t } = useTranslation('statements');
  const [query, setQuery] = useState('');
  const [beginning, setBeginning] = useState(false);
  const filter = query ? { query } : {};
  const statements = useStatements(filter);
  const total = useStatementTotal(filter);
  const columns = useColumns();
  const fillings = useContext(StatementSlots);
  const begin = (
    <>
      {fillings.map(
        ({ key, Begin }) =>
          Begin && (
            <Fill key={key}>
              <Begin />
            </Fill>
          ),
      )}
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setBeginning(true)}>
        {t('begin')}
      </Button>
    </>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={begin}>
      <ListTools label={t('filter')}>
        <SearchField label={t('search')} value={query} onSearch={setQuery} />
      </ListTools>
      <ListTotal total={total} say={(count, number) => t('total', { count, number })} />
      <Answer query={statements} waiting={<WaitingList columns={columns} />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={query ? t('none-found') : t('none')}>
              {query ? t('none-found.next') : t('none.next')}
            </EmptyState>
          ) : (
            <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
          )
        }
      </Answer>
      <BeginStatement opened={beginning} onClose={() => setBeginning(false)} />
    </Page>
  );
}

function useColumns(): Column<StatementView>[] {
  const { t } = useTranslation('statements');
  const format = useFormat();
  return [
    {
      key: 'title',
      title: t('column.title'),
      cell: (row) => (
        <>
          <Link to="/statements/$id" params={{ id: row.id }}>
            <bdi>{row.title}</bdi>
          </Link>
          <NarrowLine>
            <bdi>{row.owner.name}</bdi> · {format.ago(row.updatedAt)}
          </NarrowLine>
        </>
      ),
    },
    { key: 'owner', title: t('column.owner'), wideOnly: true, cell: (row) => <bdi>{row.owner.name}</bdi> },
    { key: 'right', title: t('column.right'), wideOnly: true, cell: (row) => t(`right.${row.right}`) },
    {
      key: 'changed',
      title: t('column.changed'),
      wideOnly: true,
      whole: true,
      cell: (row) => format.ago(row.updatedAt),
    },
    {
      key: 'words',
      title: t('column.words'),
      wideOnly: true,
      align: 'end',
      cell: (row) => format.number(row.wordCount),
    },
  ];
}
