import { useFormat } from '@plenary/ground/web';
import { endOf, type Due as DueOn } from '@plenary/tasks/domain';
import { useTranslation } from 'react-i18next';
import classes from './TaskRow.module.css';

/** Until when, in words; what is overdue says so (TSK-5). */
export function Due({ due, isDone }: { due: DueOn; isDone: boolean }) {
  const { t } = useTranslation('tasks-beside');
  const format = useFormat();
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const isOver = !isDone && endOf(due, timeZone) <= Date.now();
  // Noon is on that day wherever its reader is.
  const day = format.day(`${due.on}T12:00:00`);
  const place = due.zone?.split('/').at(-1)?.replaceAll('_', ' ');
  const when = due.time === null ? day : t('due.at', { day, time: due.time, place });
  return (
    <span className={isOver ? classes.over : undefined}>{t(isOver ? 'due.over' : 'due.day', { when })}</span>
  );
}
