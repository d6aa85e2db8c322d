import type { Due } from '@plenary/tasks/domain';
import { IconAlertTriangle, IconCalendarEvent } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDueWords, useIsOverdue } from './due-words';
import classes from './tasks.module.css';

/** Until when; that it is overdue is said in words, by a sign and by colour. What is done is not overdue. */
export function DueLine({ due, isDone }: { due: Due; isDone: boolean }) {
  const { t } = useTranslation('tasks');
  const words = useDueWords();
  const isOverdue = useIsOverdue(due) && !isDone;
  const Sign = isOverdue ? IconAlertTriangle : IconCalendarEvent;
  return (
    <span className={classes.due} data-overdue={isOverdue || undefined}>
      <Sign size={14} stroke={1.75} aria-hidden />
      <span>{t(isOverdue ? 'due.over' : 'due.until', { date: words(due) })}</span>
    </span>
  );
}
