import { Button } from '@mantine/core';
import { Answer, EmptyState, LoadMore, Page, Section } from '@plenary/ground/web';
import { isCoordinator } from '@plenary/organisations/domain';
import { useMembership } from '@plenary/organisations/web';
import { coalitionWorkers } from '@plenary/tasks/domain';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../api/tasks-api';
import { useMyTasks } from '../api/use-tasks';
import { AddTask } from '../components/AddTask';
import { endForReader } from '../components/due-words';
import { TaskLine } from '../components/TaskLine';
import classes from '../components/tasks.module.css';

/** All that the reader is responsible for, of all boards. */
export function MyTasksPage() {
  const { t } = useTranslation('tasks');
  const [state, setState] = useState<'open' | 'done'>('open');
  const [adding, setAdding] = useState(false);
  const { data: membership } = useMembership();
  const isOnOwnBoard =
    isCoordinator(membership) ||
    (membership?.coalitionRoles.some((role) => coalitionWorkers.includes(role)) ?? false);
  return (
    <Page
      title={t('mine')}
      lead={t('mine.lead')}
      width="reading"
      above={isOnOwnBoard && <Link to="/tasks/board">{t('board.of', { name: t('coalition') })}</Link>}
      actions={
        <>
          <Button onClick={() => setAdding(true)}>{t('add')}</Button>
          <Button
            variant="default"
            aria-pressed={state === 'done'}
            onClick={() => setState(state === 'open' ? 'done' : 'open')}
          >
            {t('mine.done')}
          </Button>
        </>
      }
    >
      {state === 'open' ? <Open /> : <Done />}
      <AddTask opened={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}

const sections = ['over', 'week', 'later', 'undated'] as const;
type SectionName = (typeof sections)[number];
const week = 7 * 86_400_000;

function sectionOf({ due }: Task, now: number): SectionName {
  if (!due) return 'undated';
  const left = endForReader(due) - now;
  return left <= 0 ? 'over' : left <= week ? 'week' : 'later';
}

function Open() {
  const { t } = useTranslation('tasks');
  const tasks = useMyTasks('open');
  return (
    <>
      <Answer query={tasks}>
        {(found) => {
          if (found.length === 0)
            return <EmptyState title={t('mine.none')}>{t('mine.none.next')}</EmptyState>;
          const now = Date.now();
          return sections.map((section) => {
            const tasksOf = found.filter((task) => sectionOf(task, now) === section);
            return (
              tasksOf.length > 0 && (
                <Section key={section} title={t(`section.${section}`)}>
                  <Lines tasks={tasksOf} />
                </Section>
              )
            );
          });
        }}
      </Answer>
      <LoadMore query={tasks} />
    </>
  );
}

function Done() {
  const { t } = useTranslation('tasks');
  const tasks = useMyTasks('done');
  return (
    <>
      <Answer query={tasks}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={t('mine.none-done')} />
          ) : (
            <Section title={t('state.done')}>
              <Lines tasks={found} />
            </Section>
          )
        }
      </Answer>
      <LoadMore query={tasks} />
    </>
  );
}

function Lines({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className={classes.lines}>
      {tasks.map((task) => (
        <TaskLine key={task.id} task={task} />
      ))}
    </ul>
  );
}
