import { NativeSelect } from '@mantine/core';
import { Answer, Page, Section, useErrorSentence, useFormat, WaitingParts } from '@plenary/ground/web';
import { taskStates, type TaskState } from '@plenary/tasks/domain';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../api/tasks-api';
import { useSetState } from '../api/use-task-acts';
import { useTask } from '../api/use-task';
import { AboutLink } from '../components/AboutLink';
import { Checklist } from '../components/Checklist';
import { cityOf, readersZone } from '../components/due-words';
import { DueLine } from '../components/DueLine';
import { Responsible } from '../components/Responsible';
import { TaskActions } from '../components/TaskActions';
import { BoardLink } from '../components/TaskLine';
import classes from '../components/tasks.module.css';

/** One task, with all that is known of it. */
export function TaskPage() {
  const { t } = useTranslation('tasks');
  const { id } = useParams({ strict: false });
  const task = useTask(id!);
  return (
    <Page
      title={task.data?.title ?? t('one')}
      width="reading"
      above={<Link to="/tasks">{t('common:back-to', { place: t('mine') })}</Link>}
      actions={task.data && <TaskActions task={task.data} />}
    >
      <Answer query={task} waiting={<WaitingParts parts={2} />}>
        {(found) => (
          <>
            <Facts task={found} />
            {found.notes !== '' && (
              <Section title={t('field.notes')}>
                <p className={classes.notes} dir="auto">
                  {found.notes}
                </p>
              </Section>
            )}
            <Checklist task={found} />
            {found.about && <About about={found.about} />}
            <Made task={found} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Facts({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('tasks');
  const { due } = task;
  return (
    <dl className={classes.known}>
      <dt>{t('field.state')}</dt>
      <dd>
        <State task={task} />
      </dd>
      <dt>{t('field.board')}</dt>
      <dd>
        <BoardLink task={task} />
      </dd>
      <dt>{t('field.due')}</dt>
      <dd>
        {due ? <DueLine due={due} isDone={task.state === 'done'} /> : t('due.none')}
        {due?.time && due.zone && due.zone !== readersZone() && (
          <span className={classes.quiet}>{t('due.there', { time: due.time, place: cityOf(due.zone) })}</span>
        )}
      </dd>
      <dt>{t('field.responsible')}</dt>
      <dd>
        <Responsible task={task} />
      </dd>
    </dl>
  );
}

function State({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('tasks');
  const set = useSetState(task.id);
  const { sentence } = useErrorSentence(set.error);
  if (!task.may.work) return t(`state.${task.state}`);
  return (
    <NativeSelect
      aria-label={t('field.state')}
      size="xs"
      className={classes.state}
      value={set.isPending ? set.variables : task.state}
      error={sentence || undefined}
      onChange={(event) => set.mutate(event.currentTarget.value as TaskState)}
      data={taskStates.map((value) => ({ value, label: t(`state.${value}`) }))}
    />
  );
}

/** The words that the task comes from, as they were when it was made. */
function About({ about }: { about: NonNullable<TaskDetail['about']> }) {
  const { t } = useTranslation('tasks');
  return (
    <Section title={t('about')}>
      {about.quote !== '' && (
        <blockquote className={classes.quote} dir="auto">
          {about.quote}
        </blockquote>
      )}
      <p>
        <AboutLink about={about} />
      </p>
    </Section>
  );
}

function Made({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('tasks');
  const format = useFormat();
  return (
    <p className={classes.made}>
      {t('made', { name: task.madeBy.name, date: format.moment(task.createdAt) })}
    </p>
  );
}
