import { Button } from '@mantine/core';
import { Answer } from '@plenary/ground/web';
import type { InStatement } from '@plenary/statements/web';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStatementTasks } from '../api/use-tasks-beside';
import classes from './Beside.module.css';
import { MakeTask } from './MakeTask';
import rowClasses from './TaskRow.module.css';
import { TaskRows } from './TaskRows';
import { useBoards } from '../api/use-boards';

/** All tasks about a statement, beside its text. */
export function TaskPanel({ statement }: InStatement) {
  const { t } = useTranslation('tasks-beside');
  const tasks = useStatementTasks(statement.id);
  const boards = useBoards();
  const [makes, setMakes] = useState(false);
  return (
    <section aria-label={t('panel')} className={classes.panel} data-needs-room>
      {boards.length > 0 && (
        <div>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => setMakes(true)}
          >
            {t('make.statement')}
          </Button>
        </div>
      )}
      <Answer query={tasks} beside>
        {(all) =>
          all.length === 0 ? (
            <p className={rowClasses.none}>{t('none')}</p>
          ) : (
            <TaskRows tasks={all} withBoard />
          )
        }
      </Answer>
      {makes && (
        <MakeTask
          about={{ kind: 'statement', id: statement.id }}
          statementId={statement.id}
          quote=""
          onClose={() => setMakes(false)}
        />
      )}
    </section>
  );
}
