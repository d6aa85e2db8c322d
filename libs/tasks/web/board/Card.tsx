import { IconArrowsMove, IconGripVertical } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../api/tasks-api';
import { TaskFacts } from '../components/TaskFacts';
import classes from './board.module.css';
import { useHeld } from './held-card';

/** The instructions that the library keeps for screen readers. */
export const boardId = 'board';
const how = `DndDescribedBy-${boardId}`;

interface Props {
  task: Task;
  onMove: (task: Task) => void;
}

/** A task on a board. Drawn anew only when it changes, or when the held card comes to stand behind it. */
export const Card = memo(function Card({ task, onMove }: Props) {
  const isHeld = useHeld(({ id }) => id === task.id);
  const isMark = useHeld(({ place }) => place?.after === task.id);
  return (
    <li
      className={classes.card}
      data-card={task.id}
      data-loose={task.may.work || undefined}
      data-held={isHeld || undefined}
      data-mark={isMark || undefined}
    >
      <Face task={task} onMove={onMove} />
    </li>
  );
});

/** What stands on a card; without `onMove` it is the picture of one that is being moved. */
export function Face({ task, onMove }: { task: Task; onMove?: Props['onMove'] }) {
  const { t } = useTranslation('tasks');
  return (
    <>
      <h3 className={classes.title}>
        <Link to="/tasks/$id" params={{ id: task.id }} draggable={false}>
          <bdi>{task.title}</bdi>
        </Link>
      </h3>
      <div className={classes.foot}>
        <TaskFacts task={task} />
        {task.may.work && (
          <span className={classes.tools}>
            <button
              type="button"
              className={classes.tool}
              aria-label={t('move.to', { title: task.title })}
              title={t('move')}
              aria-haspopup="dialog"
              data-move
              onClick={() => onMove?.(task)}
            >
              <IconArrowsMove size={16} stroke={1.75} aria-hidden />
            </button>
            <button
              type="button"
              className={classes.tool}
              aria-label={t('drag', { title: task.title })}
              title={t('drag.title')}
              aria-describedby={how}
              data-grip
            >
              <IconGripVertical size={16} stroke={1.75} aria-hidden />
            </button>
          </span>
        )}
      </div>
    </>
  );
}
