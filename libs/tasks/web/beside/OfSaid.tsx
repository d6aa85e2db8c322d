import type { Said } from '@plenary/comments/web';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useStatementTasks } from '../api/use-tasks-beside';
import classes from './Beside.module.css';
import { MakeTask } from './MakeTask';
import { useBoards } from '../api/use-boards';

/** In a thread and on a suggestion: the tasks that were made of it, and the way to make one. */
export function OfSaid({ kind, id, statementId, quote, className }: Said) {
  const { t } = useTranslation('tasks-beside');
  const boards = useBoards();
  const { data: tasks } = useStatementTasks(statementId);
  const [makes, setMakes] = useState(false);
  const made = (tasks ?? []).filter(({ about }) => about?.kind === kind && about.id === id);
  return (
    <>
      {boards.length > 0 && (
        <button type="button" className={className} onClick={() => setMakes(true)}>
          {t('make')}
        </button>
      )}
      {made.length > 0 && (
        <ul className={classes.made} aria-label={t('panel')}>
          {made.map((task) => (
            <li key={task.id}>
              <Link to="/tasks/$id" params={{ id: task.id }}>
                <bdi>{task.title}</bdi>
              </Link>{' '}
              · {t(`state.${task.state}`)}
            </li>
          ))}
        </ul>
      )}
      {makes &&
        createPortal(
          <MakeTask
            about={{ kind, id }}
            statementId={statementId}
            quote={quote}
            onClose={() => setMakes(false)}
          />,
          document.body,
        )}
    </>
  );
}
