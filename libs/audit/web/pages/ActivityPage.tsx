import { Button, NativeSelect, TextInput } from '@mantine/core';
import { activityNames } from '@plenary/audit/domain';
import {
  Answer,
  DataTable,
  EmptyState,
  ListTools,
  LoadMore,
  NarrowLine,
  Page,
  useFormat,
  type Column,
} from '@plenary/ground/web';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActivity, type Activity, type ActivityFilter } from '../api/use-activity';
import { managing } from '../managing';

/** The event log, as people read it. */
export function ActivityPage() {
  const { t } = useTranslation(managing);
  const [name, setName] = useState('');
  const [days, setDays] = useState({ from: '', until: '' });
  const filter: ActivityFilter = {
    ...(name ? { name: name as Activity['name'] } : {}),
    ...(days.from ? { from: startOf(days.from, 0) } : {}),
    ...(days.until ? { until: startOf(days.until, 1) } : {}),
  };
  const activity = useActivity(filter);
  const columns = useColumns();
  const query = new URLSearchParams({ ...filter }).toString();
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button component="a" href={`/api/activity/export?${query}`} download variant="default">
          {t('export')}
        </Button>
      }
    >
      <ListTools label={t('filter')}>
        <NativeSelect
          aria-label={t('what')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data={[
            { value: '', label: t('what.all') },
            ...activityNames.map((value) => ({ value, label: t(`event.${value}`) })),
          ]}
        />
        {(['from', 'until'] as const).map((end) => (
          <TextInput
            key={end}
            type="date"
            aria-label={t(end)}
            value={days[end]}
            onChange={(event) => setDays({ ...days, [end]: event.currentTarget.value })}
          />
        ))}
      </ListTools>
      <Answer query={activity}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('none')}>{t('none.next')}</EmptyState>
          ) : (
            <>
              <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
              <LoadMore query={activity} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

/** Midnight where the reader is, so many days after the day named. */
function startOf(day: string, later: number): string {
  const start = new Date(`${day}T00:00:00`);
  start.setDate(start.getDate() + later);
  return start.toISOString();
}

const pages: Readonly<
  Record<string, '/people/$id' | '/organisations/$id' | '/groups/$id' | '/statements/$id'>
> = {
  person: '/people/$id',
  organisation: '/organisations/$id',
  group: '/groups/$id',
  statement: '/statements/$id',
};

function Named({ of }: { of: Activity['subject'] }) {
  const { t } = useTranslation(managing);
  const page = pages[of.kind];
  if (!page) return null;
  if (of.name === null) return <span>{t('hidden')}</span>;
  return (
    <Link to={page} params={{ id: of.id }}>
      <bdi>{of.name}</bdi>
    </Link>
  );
}

function useColumns(): Column<Activity>[] {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const details = (row: Activity) =>
    Object.entries(row.details)
      .map(([, value]) => String(value))
      .join(' · ');
  return [
    {
      key: 'what',
      title: t('what'),
      cell: (row) => (
        <>
          {t(`event.${row.name}`)}
          <NarrowLine>
            {format.moment(row.at)} · <bdi>{row.actor?.name ?? t('system')}</bdi> · <Named of={row.subject} />
          </NarrowLine>
        </>
      ),
    },
    {
      key: 'about',
      title: t('about'),
      wideOnly: true,
      cell: (row) => (
        <>
          <Named of={row.subject} />
          {row.person && (
            <span style={{ display: 'block', marginBlockStart: 8 }}>
              <Named of={row.person} />
            </span>
          )}
        </>
      ),
    },
    { key: 'details', title: t('details'), wideOnly: true, cell: (row) => <bdi>{details(row)}</bdi> },
    {
      key: 'who',
      title: t('who'),
      wideOnly: true,
      cell: (row) => (row.actor ? <Named of={row.actor} /> : t('system')),
    },
    {
      key: 'for',
      title: t('for'),
      wideOnly: true,
      cell: (row) => row.organisation && <Named of={row.organisation} />,
    },
    { key: 'when', title: t('when'), wideOnly: true, align: 'end', cell: (row) => format.moment(row.at) },
  ];
}
