import {
  Answer,
  DataTable,
  EmptyState,
  LoadMore,
  NarrowLine,
  Section,
  WaitingList,
  WaitingParts,
  type Column,
} from '@plenary/ground/web';
import { useReason } from '@plenary/statements/web';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import {
  useExplained,
  useStatementsOf,
  type Asked,
  type Explained,
  type StatementRight,
} from '../api/use-rights';
import { byChapter } from './chapters';
import classes from './rights.module.css';
import { usePermissionWords } from './use-permission-words';
import { useCapacityName } from './use-capacity-name';

/** What one person, one role, or the people of an organisation or a group may do, and why. */
export function AboutSomebody({ asked }: { asked: Asked }) {
  const explained = useExplained(asked);
  return (
    <Answer query={explained} waiting={<WaitingParts parts={3} />}>
      {(found) => (
        <>
          <Statements asked={asked} />
          <Held explained={found} />
          <Allowed explained={found} />
        </>
      )}
    </Answer>
  );
}

/** As whom they act: everything else follows from it. */
function Held({ explained }: { explained: Explained }) {
  const { t } = useTranslation('rights');
  const nameOf = useCapacityName();
  const told = explained.held.filter(({ capacity }) => capacity !== 'everybody');
  if (explained.kind === 'roles') return null;
  return (
    <Section title={t('held')} note={t('held.note')}>
      {told.length === 0 && explained.asleep.length === 0 ? (
        <EmptyState title={t('held.none')}>{t('held.none.next')}</EmptyState>
      ) : (
        <ul className={classes.held}>
          {told.map((each) => (
            <li key={nameOf(each)}>{nameOf(each)}</li>
          ))}
          {explained.asleep.map((each) => (
            <li key={nameOf(each)} className={classes.quiet}>
              {t('asleep', { capacity: nameOf(each) })}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

type AllowedPermission = Explained['permissions'][number];

function Allowed({ explained }: { explained: Explained }) {
  const { t } = usePermissionWords();
  const nameOf = useCapacityName();
  const why = ({ because }: AllowedPermission) => because.map(nameOf).join(' · ');
  const where = ({ reach }: AllowedPermission) => t(`reach.${reach}`);
  const columns: Column<AllowedPermission>[] = [
    {
      key: 'what',
      title: t('what'),
      cell: (permission) => (
        <>
          {t(`permission.${permission.name}`)}
          <NarrowLine>
            {where(permission)} · {why(permission)}
          </NarrowLine>
        </>
      ),
    },
    { key: 'where', title: t('where'), wideOnly: true, cell: where },
    { key: 'why', title: t('why'), wideOnly: true, cell: why },
  ];
  return byChapter(explained.permissions).map(([chapter, permissions]) => (
    <Section key={chapter} title={t(`may.${chapter}`)}>
      <div className={classes.permissions}>
        <DataTable
          caption={t(`may.${chapter}`)}
          columns={columns}
          rows={permissions}
          rowKey={(permission) => permission.name}
        />
      </div>
    </Section>
  ));
}

function Statements({ asked }: { asked: Asked }) {
  const { t } = useTranslation(['rights', 'statements']);
  const statements = useStatementsOf(asked);
  const reasonOf = useReason();
  const why = (row: StatementRight) => row.reasons.map(reasonOf).join(' · ');
  const columns: Column<StatementRight>[] = [
    {
      key: 'statement',
      title: t('statements:one'),
      cell: (row) => (
        <>
          <Link to="/statements/$id" params={{ id: row.statement.id }}>
            <bdi>{row.statement.title}</bdi>
          </Link>
          <NarrowLine>{why(row)}</NarrowLine>
        </>
      ),
    },
    { key: 'right', title: t('may'), whole: true, cell: (row) => t(`statements:right.${row.right}`) },
    { key: 'why', title: t('why'), wideOnly: true, cell: why },
  ];
  return (
    <Section title={t('statements')} note={t('statements.note')}>
      <Answer query={statements} waiting={<WaitingList columns={columns} rows={4} />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('statements.none')} />
          ) : (
            <>
              <DataTable
                caption={t('statements')}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.statement.id}
              />
              <LoadMore query={statements} />
            </>
          )
        }
      </Answer>
    </Section>
  );
}
