import { Button } from '@mantine/core';
import { currentImpersonation, ErrorNotice, say } from '@plenary/ground/web';
import { IconCheck, IconCircle, IconCircleCheck, IconCircleHalf2, IconClockPause } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTake, useSetState } from '../api/use-task-acts';
import type { Task } from '../api/tasks-api';
import { Due } from './Due';
import classes from './TaskRow.module.css';

const signs = {
  to_do: IconCircle,
  doing: IconCircleHalf2,
  waiting: IconClockPause,
  done: IconCircleCheck,
} as const;

interface Props {
  task: Task;
  /** Says whose board it stands on; needless where that is plain. */
  withBoard?: boolean;
}

/** A task in a few lines, and what can be done with it at once. */
export function TaskRow({ task, withBoard }: Props) {
  const { t, i18n } = useTranslation('tasks-beside');
  const { state, due, people, organisation, about } = task;
  const Sign = signs[state];
  const names = [...people.map(({ name }) => name), ...(organisation ? [organisation.name] : [])];
  const list = new Intl.ListFormat(i18n.language, { type: 'unit', style: 'short' });
  return (
    <li className={classes.task} data-state={state}>
      <Link to="/tasks/$id" params={{ id: task.id }} className={classes.title}>
        <bdi>{task.title}</bdi>
      </Link>
      <p className={classes.facts}>
        <span className={classes.state}>
          <Sign size={14} stroke={2} aria-hidden />
          {t(`state.${state}`)}
        </span>
        {due && <Due due={due} isDone={state === 'done'} />}
        <span>
          {names.length === 0
            ? t('nobody')
            : // Each name runs its own way, the list as the page does.
              list
                .formatToParts(names)
                .map(({ type, value }, at) =>
                  type === 'element' ? <bdi key={at}>{value}</bdi> : <span key={at}>{value}</span>,
                )}
        </span>
        {withBoard && <bdi>{task.groupName ?? t('coalition')}</bdi>}
      </p>
      {about?.quote && (
        <blockquote className={classes.quote} dir="auto">
          {about.quote}
        </blockquote>
      )}
      {currentImpersonation() === null && <Acts task={task} />}
    </li>
  );
}

function Acts({ task: { id, title, state, may } }: { task: Task }) {
  const { t } = useTranslation('tasks-beside');
  const take = useTake(id);
  const put = useSetState(id);
  const takes = may.take && state !== 'done';
  const finishes = may.work && state !== 'done';
  const error = take.error ?? put.error;
  const finish = () =>
    put.mutate('done', {
      onSuccess: () =>
        say(t('done.said', { title }), { action: { label: t('common:undo'), run: () => put.mutate(state) } }),
    });
  return (
    <>
      {(takes || finishes) && (
        <div className={classes.acts}>
          {takes && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('take.of', { title })}
              loading={take.isPending}
              onClick={() => take.mutate(undefined)}
            >
              {t('take')}
            </Button>
          )}
          {finishes && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('done.of', { title })}
              leftSection={<IconCheck size={16} stroke={1.75} aria-hidden />}
              loading={put.isPending}
              onClick={finish}
            >
              {t('done')}
            </Button>
          )}
        </div>
      )}
      {error && <ErrorNotice error={error} />}
    </>
  );
}
