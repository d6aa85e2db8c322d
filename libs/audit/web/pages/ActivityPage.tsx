import { Button, NativeSelect, TextInput } from '@mantine/core';
import {
  Answer,
  currentImpersonation,
  DataTable,
  EmptyState,
  ErrorNotice,
  ListTools,
  LoadMore,
  NarrowLine,
  Page,
  useFormat,
  WaitingList,
  type Column,
} from '@plenary/ground/web';
import { MoreFilters } from '@plenary/organisations/web';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ActivitySearch } from '../activity-search';
import { useActivityExport } from '../api/use-activity-export';
import { useActivityKinds } from '../api/use-activity-kinds';
import { useActivity, type Activity, type ActivityFilter } from '../api/use-activity';
import { ActivitySentence, Named } from '../components/ActivitySentence';
import { OrganisationFilter, PersonFilter } from '../components/ActivityFilters';
import { useActivityDetails } from '../components/use-activity-details';
import { useActivityRows } from '../components/use-activity-rows';
import { useRecordWords } from '../components/use-record-words';
import classes from '../components/activity.module.css';

/** The event log, as people read it. */
export function ActivityPage() {
  const { t } = useTranslation('audit');
  const search: ActivitySearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const look = (changed: Partial<ActivitySearch>) =>
    void navigate({
      to: '/activity',
      search: { ...search, ...changed },
      replace: true,
      resetScroll: false,
    });
  const isFiltered = Object.values(search).some((each) => each !== undefined);
  const kinds = useKindNames(search.name);
  const activity = useActivity(filterOf(search));
  const columns = useColumns();
  const download = useActivityExport(useActivityRows());
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        // What is downloaded while one impersonates somebody else would be one's own.
        currentImpersonation() === null && (
          <Button
            variant="default"
            loading={download.isPending}
            onClick={() => download.mutate(filterOf(search))}
          >
            {t('export')}
          </Button>
        )
      }
    >
      {download.error && <ErrorNotice error={download.error} />}
      <ListTools label={t('filter')}>
        <MoreFilters chosen={Object.values(search).filter(Boolean).length}>
          <NativeSelect
            className={classes.filter}
            label={t('what')}
            value={search.name ?? ''}
            onChange={(event) => look({ name: event.currentTarget.value || undefined })}
            data={[{ value: '', label: t('what.all') }, ...kinds]}
          />
          <OrganisationFilter id={search.organisation} onChoose={(organisation) => look({ organisation })} />
          <PersonFilter id={search.person} onChoose={(person) => look({ person })} />
          <div className={classes.dates}>
            {(['from', 'until'] as const).map((end) => (
              <TextInput
                key={end}
                type="date"
                label={t(end)}
                value={search[end] ?? ''}
                onChange={(event) => look({ [end]: event.currentTarget.value || undefined })}
              />
            ))}
          </div>
        </MoreFilters>
      </ListTools>
      <Answer query={activity} waiting={<WaitingList columns={columns} rows={12} />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              title={t(isFiltered ? 'none' : 'none.yet')}
              action={
                isFiltered && (
                  <Button variant="default" onClick={() => void navigate({ to: '/activity', search: {} })}>
                    {t('none.all')}
                  </Button>
                )
              }
            >
              {t(isFiltered ? 'none.next' : 'none.yet.next')}
            </EmptyState>
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

/** Kinds of events by their names in the reader's language, with the chosen one while they are asked for. */
function useKindNames(chosen: string | undefined): { value: string; label: string }[] {
  const { t, i18n } = useRecordWords();
  const { data } = useActivityKinds();
  const names = data?.map(({ name }) => name) ?? (chosen ? [chosen] : []);
  return names
    .map((value) => ({ value, label: t(`event.${value}`) }))
    .sort((one, other) => one.label.localeCompare(other.label, i18n.language));
}

const filterOf = ({ from, until, ...others }: ActivitySearch): ActivityFilter => ({
  ...(Object.fromEntries(Object.entries(others).filter(([, value]) => value)) as ActivityFilter),
  ...(from ? { from: startOf(from, 0) } : {}),
  ...(until ? { until: startOf(until, 1) } : {}),
});

/** Midnight where the reader is, so many days after the day named. */
function startOf(day: string, later: number): string {
  const start = new Date(`${day}T00:00:00`);
  if (Number.isNaN(start.getTime())) return new Date(0).toISOString();
  start.setDate(start.getDate() + later);
  return start.toISOString();
}

function useColumns(): Column<Activity>[] {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const detailsOf = useActivityDetails();
  const who = (row: Activity) => (row.actor ? <Named of={row.actor} /> : t('system'));
  const inNameOf = (row: Activity) => row.organisation && <Named of={row.organisation} />;
  return [
    {
      key: 'what',
      title: t('what'),
      cell: (row) => {
        const details = detailsOf(row);
        return (
          <span className={classes.what}>
            <ActivitySentence row={row} />
            {details && (
              <span className={classes.details}>
                <bdi>{details}</bdi>
              </span>
            )}
            <NarrowLine>
              {who(row)}
              {row.organisation && <> · {inNameOf(row)}</>} · {format.moment(row.at)}
            </NarrowLine>
          </span>
        );
      },
    },
    {
      key: 'who',
      title: t('who'),
      wideOnly: true,
      cell: (row) => (
        <span className={classes.who}>
          {who(row)}
          {row.organisation && <span className={classes.details}>{inNameOf(row)}</span>}
        </span>
      ),
    },
    { key: 'when', title: t('when'), wideOnly: true, whole: true, cell: (row) => format.moment(row.at) },
  ];
}
