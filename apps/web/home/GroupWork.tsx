import { Answer, Section, WaitingRows } from '@plenary/ground/web';
import { useStatements } from '@plenary/statements/web';
import { GroupTasks } from '@plenary/tasks/web';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Home.module.css';
import { StatementLines } from './StatementLines';

/** A group's statements and tasks, on the group's page; groups themselves know nothing of them. */
export function GroupWork({ groupId }: { groupId: string }) {
  const { t } = useTranslation('shell');
  const statements = useStatements({ group: groupId });
  return (
    <>
      <Section title={t('group.statements')}>
        <Answer query={statements} waiting={<WaitingRows rows={2} />}>
          {(items) =>
            items.length === 0 ? (
              <p className={classes.quiet}>{t('group.statements.none')}</p>
            ) : (
              <StatementLines statements={items} />
            )
          }
        </Answer>
      </Section>
      <Suspense>
        <GroupTasks groupId={groupId} />
      </Suspense>
    </>
  );
}
