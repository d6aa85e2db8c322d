import { useTranslation } from 'react-i18next';
import type { Task } from '../api/tasks-api';
import { TaskRow } from './TaskRow';
import classes from './TaskRow.module.css';

interface Props {
  tasks: readonly Task[];
  withBoard?: boolean;
}

/** What is to do, and folded below it what is done. */
export function TaskRows({ tasks, withBoard = false }: Props) {
  const { t } = useTranslation('tasks-beside');
  const open = tasks.filter(({ state }) => state !== 'done');
  const done = tasks.filter(({ state }) => state === 'done');
  const rows = (some: readonly Task[]) => (
    <ul className={classes.tasks}>
      {some.map((task) => (
        <TaskRow key={task.id} task={task} withBoard={withBoard} />
      ))}
    </ul>
  );
  return (
    <>
      {open.length > 0 && rows(open)}
      {done.length > 0 && (
        <details className={classes.fold} open={open.length === 0}>
          <summary>{t('done.fold', { count: done.length })}</summary>
          {rows(done)}
        </details>
      )}
    </>
  );
}
