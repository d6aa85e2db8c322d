import { Button } from '@mantine/core';
import { Dialog } from '@plenary/ground/web';
import { taskStates } from '@plenary/tasks/domain';
import { useTranslation } from 'react-i18next';
import type { Task } from '../api/tasks-api';
import classes from './board.module.css';
import type { Columns, Place } from './columns';

interface Props {
  /** Null while it is closed. */
  task: Task | null;
  columns: Columns;
  onMove: (task: Task, place: Place) => void;
  onClose: () => void;
}

/** All that can be done by moving a card, by buttons: to another column, or to another place in its own. */
export function MoveTo({ task, columns, onMove, onClose }: Props) {
  const { t } = useTranslation('tasks');
  const column = task ? columns[task.state] : [];
  const at = column.findIndex(({ id }) => id === task?.id);
  const after = (place: number) => column[place]?.id ?? null;
  const go = (place: Place) => {
    onClose();
    if (task) onMove(task, place);
  };
  const isRanked = task !== null && task.state !== 'done';
  return (
    <Dialog title={task ? t('move.to', { title: task.title }) : ''} opened={task !== null} onClose={onClose}>
      <div className={classes.ways}>
        {taskStates
          .filter((state) => state !== task?.state)
          .map((state) => (
            <Button
              key={state}
              variant="default"
              onClick={() =>
                go({ state, after: state === 'done' ? null : (columns[state].at(-1)?.id ?? null) })
              }
            >
              {t(`state.${state}`)}
            </Button>
          ))}
        {isRanked && at > 0 && (
          <>
            <Button variant="subtle" onClick={() => go({ state: task.state, after: null })}>
              {t('move.first')}
            </Button>
            <Button variant="subtle" onClick={() => go({ state: task.state, after: after(at - 2) })}>
              {t('move.up')}
            </Button>
          </>
        )}
        {isRanked && at < column.length - 1 && (
          <Button variant="subtle" onClick={() => go({ state: task.state, after: after(at + 1) })}>
            {t('move.down')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
