import { useFormat } from '@plenary/ground/web';
import type { Due as DueOn } from '@plenary/tasks/domain';
import { useTranslation } from 'react-i18next';
import { cityOf, useIsOverdue } from '../components/due-words';
import classes from './TaskRow.module.css';

/** Until when, in words; what is overdue says so (TSK-5). */
export function Due({ due, isDone }: { due: DueOn; isDone: boolean }) {
  const { t } = useTranslation('tasks-beside');
  const format = useFormat();
  const isOver = useIsOverdue(due) && !isDone;
  // Noon is on that day wherever its reader is.
  const day = format.day(`${due.on}T12:00:00`);
  const when = due.zone === null ? day : t('due.at', { day, time: due.time, place: cityOf(due.zone) });
  return (
    <span className={isOver ? classes.over : undefined}>{t(isOver ? 'due.over' : 'due.day', { when })}</span>
  );
}
