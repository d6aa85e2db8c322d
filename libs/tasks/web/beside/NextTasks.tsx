import { Section } from '@plenary/ground/web';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNextTasks } from '../api/use-tasks-beside';
import rowClasses from './TaskRow.module.css';
import { TaskRows } from './TaskRows';
import { useBoards } from '../api/use-boards';

/** On home: what the person has to do next. Who has nothing to do is told nothing. */
export function MyTasks() {
  const { t } = useTranslation('tasks-beside');
  const { data: tasks } = useNextTasks({ mine: true });
  if (!tasks || tasks.length === 0) return null;
  return (
    <Section title={t('mine')} actions={<Link to="/tasks">{t('mine.all')}</Link>}>
      <TaskRows tasks={tasks} withBoard />
    </Section>
  );
}

/** On the page of a group: what it has to do next, for those who may look at its board. */
export function GroupTasks({ groupId }: { groupId: string }) {
  const { t } = useTranslation('tasks-beside');
  const { data: tasks } = useNextTasks({ groupId });
  const isOfBoard = useBoards().some((board) => board.groupId === groupId);
  if (!isOfBoard || !tasks) return null;
  return (
    <Section
      title={t('panel')}
      actions={
        <Link to="/groups/$id/tasks" params={{ id: groupId }}>
          {t('board')}
        </Link>
      }
    >
      {tasks.length > 0 ? <TaskRows tasks={tasks} /> : <p className={rowClasses.none}>{t('group.none')}</p>}
    </Section>
  );
}
