import { Button, Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { say, useErrorSentence } from '@plenary/ground/web';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Task } from '../api/tasks-api';
import { useTake } from '../api/use-task-acts';
import { useTick } from '../api/use-tick';
import { TaskFacts } from './TaskFacts';
import classes from './tasks.module.css';

/** A task in a list, with the box that ticks it off. */
export function TaskLine({ task }: { task: Task }) {
  const { t } = useTranslation('tasks');
  const { set, tick } = useTick(task);
  const take = useTake(task.id);
  const { sentence } = useErrorSentence(set.error ?? take.error);
  // From when it was ticked, before the server has answered.
  const shown = set.isPending ? set.variables === 'done' : task.state === 'done';
  return (
    <li className={classes.line}>
      <Checkbox
        aria-label={t('tick', { title: task.title })}
        checked={shown}
        disabled={!task.may.work}
        onChange={tick}
      />
      <div className={classes.lineBody}>
        <h3 className={classes.lineTitle} data-done={shown || undefined}>
          <Link to="/tasks/$id" params={{ id: task.id }}>
            <bdi>{task.title}</bdi>
          </Link>
        </h3>
        <TaskFacts task={task} />
        <span className={classes.quiet}>
          <BoardLink task={task} />
        </span>
        {sentence && <p role="alert">{sentence}</p>}
      </div>
      {task.may.take && (
        <Button
          variant="default"
          size="xs"
          loading={take.isPending}
          onClick={() => take.mutate(undefined, { onSuccess: () => say(t('taken', { title: task.title })) })}
        >
          {t('take')}
        </Button>
      )}
    </li>
  );
}

/** The way to the board on which it stands. */
export function BoardLink({ task: { groupId, groupName } }: { task: Task }) {
  const { t } = useTranslation('tasks');
  return groupId === null ? (
    <Link to="/tasks/board">{t('coalition')}</Link>
  ) : (
    <Link to="/groups/$id/tasks" params={{ id: groupId }}>
      <bdi>{groupName}</bdi>
    </Link>
  );
}
