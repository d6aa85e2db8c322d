import { Answer, DataTable, Page, Section, useFormat, WaitingParts, type Column } from '@plenary/ground/web';
import type { OperationView, ProcessView } from '@plenary/operation/domain';
import { useTranslation } from 'react-i18next';
import { Facts } from '../components/Facts';
import { FailedWork } from '../components/FailedWork';
import { RefusedEdits } from '../components/RefusedEdits';
import { Untold } from '../components/Untold';
import { useOperation } from '../api/use-operation';
import classes from '../components/operation.module.css';

/** How Plenary runs, in plain words, for the coalition's coordinators. */
export function OperationPage() {
  const { t } = useTranslation('operation');
  const operation = useOperation();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Answer query={operation} waiting={<WaitingParts />}>
        {(view) => (
          <>
            <State view={view} />
            <Facts processes={view.processes} emails={view.emails} following={view.following} />
            <Section title={t('untold')}>
              <Untold following={view.following} />
            </Section>
            <Section title={t('refused')}>
              <RefusedEdits processes={view.processes} />
            </Section>
            <Section title={t('processes')}>
              <Processes processes={view.processes} />
            </Section>
            <FailedWork />
          </>
        )}
      </Answer>
    </Page>
  );
}

function State({ view: { amiss, database, redis } }: { view: OperationView }) {
  const { t } = useTranslation('operation');
  return (
    <div className={classes.state} role="status">
      <p className={classes.headline}>{amiss.length === 0 ? t('well') : t('amiss')}</p>
      {amiss.length > 0 && (
        <ul className={classes.amiss}>
          {amiss.map((kind) => (
            <li key={kind}>{t(`amiss.${kind}`)}</li>
          ))}
        </ul>
      )}
      <p className={classes.quiet}>
        {t(`database.${database}`)} {t(`redis.${redis}`)}
      </p>
    </div>
  );
}

function Processes({ processes }: { processes: readonly ProcessView[] }) {
  const { t } = useTranslation('operation');
  const { number, ago, megabytes, milliseconds } = useFormat();
  const columns: Column<ProcessView>[] = [
    {
      key: 'name',
      title: t('process'),
      cell: ({ id, isThis }) => (
        <>
          <bdi>{id.slice(0, 6)}</bdi>
          {isThis && <span className={classes.quiet}> {t('process.this')}</span>}
        </>
      ),
    },
    { key: 'since', title: t('process.since'), cell: ({ startedAt }) => ago(startedAt) },
    {
      key: 'connections',
      title: t('connections'),
      align: 'end',
      cell: ({ connections }) => number(connections),
    },
    {
      key: 'memory',
      title: t('memory'),
      align: 'end',
      wideOnly: true,
      cell: ({ memory }) => megabytes(memory),
    },
    {
      key: 'delay',
      title: t('delay'),
      align: 'end',
      wideOnly: true,
      cell: ({ delay }) => milliseconds(delay),
    },
  ];
  return (
    <div className={classes.wide}>
      <DataTable caption={t('processes')} columns={columns} rows={processes} rowKey={({ id }) => id} />
    </div>
  );
}
