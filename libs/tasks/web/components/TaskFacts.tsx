import { IconChecklist } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../api/tasks-api';
import { AboutLink } from './AboutLink';
import { DueLine } from './DueLine';
import { Responsible } from './Responsible';
import classes from './tasks.module.css';

/** Under a task's title: until when, by whom, how far, and what it comes from. */
export function TaskFacts({ task }: { task: Task }) {
  const { t } = useTranslation('tasks');
  return (
    <div className={classes.facts}>
      {task.due && <DueLine due={task.due} isDone={task.state === 'done'} />}
      {task.steps > 0 && (
        <span className={classes.due}>
          <IconChecklist size={14} stroke={1.75} aria-hidden />
          <span>{t('steps.done', { done: task.stepsDone, count: task.steps })}</span>
        </span>
      )}
      <Responsible task={task} />
      {task.about && <AboutLink about={task.about} />}
    </div>
  );
}
