import { Button } from '@mantine/core';
import {
  DataTable,
  Dialog,
  NarrowLine,
  say,
  useErrorSentence,
  WaitingList,
  type Column,
} from '@plenary/ground/web';
import type { RightReasonView, StatementRightView } from '@plenary/statements/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeRights } from '../api/use-change-rights';
import { useReason } from './use-reason';

interface Props {
  statementId: string;
  /** Null while they are asked for. */
  rows: readonly StatementRightView[] | null;
  manages: boolean;
}

type Grant = NonNullable<RightReasonView['grant']>;

/** Each subject, its right, and the reasons for it; what was given can be withdrawn. */
export function RightsTable({ statementId, rows, manages }: Props) {
  const { t } = useTranslation('statements');
  const nameOf = useSubjectName();
  const [asking, setAsking] = useState<{ row: StatementRightView; grant: Grant } | null>(null);
  const { withdraw } = useChangeRights(statementId);
  const { sentence } = useErrorSentence(withdraw.error);

  const reason = useReason();
  const reasons = (row: StatementRightView) => row.reasons.map(reason).join(' · ');
  const grantOf = (row: StatementRightView) => row.reasons.find((each) => each.grant)?.grant ?? null;

  const columns: Column<StatementRightView>[] = [
    {
      key: 'subject',
      title: t('rights.who'),
      cell: (row) => (
        <>
          <bdi>{nameOf(row)}</bdi>
          <NarrowLine>{reasons(row)}</NarrowLine>
        </>
      ),
    },
    { key: 'right', title: t('rights.may'), whole: true, cell: (row) => t(`right.${row.right}`) },
    { key: 'why', title: t('rights.why'), wideOnly: true, cell: reasons },
    ...(manages
      ? [
          {
            key: 'withdraw',
            title: t('rights.withdraw.column'),
            cell: (row: StatementRightView) => {
              const grant = grantOf(row);
              return (
                grant && (
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={t('rights.withdraw.label', { name: nameOf(row) })}
                    onClick={() => setAsking({ row, grant })}
                  >
                    {t('rights.withdraw')}
                  </Button>
                )
              );
            },
          },
        ]
      : []),
  ];

  if (!rows) return <WaitingList columns={columns} />;
  const confirm = () => {
    if (!asking) return;
    withdraw.mutate(asking.grant.id, {
      onSuccess: () => {
        say(t('rights.withdrawn', { name: nameOf(asking.row) }));
        setAsking(null);
      },
    });
  };
  return (
    <>
      <DataTable
        caption={t('rights.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) =>
          `${row.subject.kind} ${row.subject.id} ${row.subject.groupRole ?? ''} ${row.reasons[0]?.grant?.id ?? ''}`
        }
      />
      <Dialog
        title={t('rights.withdraw.title')}
        opened={asking !== null}
        onClose={() => setAsking(null)}
        actions={
          <>
            <Button variant="default" onClick={() => setAsking(null)}>
              {t('common:cancel')}
            </Button>
            <Button color="red" loading={withdraw.isPending} onClick={confirm}>
              {t('rights.withdraw')}
            </Button>
          </>
        }
      >
        <p>{asking && t('rights.withdraw.text', { name: nameOf(asking.row) })}</p>
        {withdraw.error && <p role="alert">{sentence}</p>}
      </Dialog>
    </>
  );
}

/** Names of roles and of everyone are the interface's own words; the others come with the row. */
export function useSubjectName(): (row: Pick<StatementRightView, 'subject'>) => string {
  const { t } = useTranslation('statements');
  return ({ subject }) => {
    if (subject.kind === 'everyone') return t('subject.everyone');
    if (subject.kind === 'role') return t(`subject.role.${subject.id}`);
    const name = subject.name ?? t('subject.unknown');
    return subject.groupRole ? t(`subject.group.${subject.groupRole}`, { name }) : name;
  };
}
