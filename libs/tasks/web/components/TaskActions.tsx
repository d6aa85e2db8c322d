import { Button } from '@mantine/core';
import { Dialog, say, useErrorSentence } from '@plenary/ground/web';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../api/tasks-api';
import { useAssign, useChangeTask, useDelete, useGiveBack, useRestore, useTake } from '../api/use-task-acts';
import { useTick } from '../api/use-tick';
import { dueOf, typedDue } from './DueFields';
import { responsibleOf, ResponsibleFields, type Chosen } from './ResponsibleFields';
import { Notes, TitleAndDue, useFieldError } from './TaskFields';
import classes from './tasks.module.css';

/** What the reader can do with a task. */
export function TaskActions({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('tasks');
  const { set, tick } = useTick(task);
  const take = useTake(task.id);
  const giveBack = useGiveBack(task.id);
  const remove = useDelete(task.id);
  const restore = useRestore(task.id);
  const navigate = useNavigate();
  const [opened, setOpened] = useState<'change' | 'assign' | null>(null);
  const { sentence } = useErrorSentence(set.error ?? take.error ?? giveBack.error ?? remove.error);
  const { may, title, state } = task;
  const close = () => setOpened(null);
  return (
    <>
      {may.work && (
        <Button loading={set.isPending} onClick={tick}>
          {t(state === 'done' ? 'reopen' : 'finish')}
        </Button>
      )}
      {may.take && (
        <Button
          variant="default"
          loading={take.isPending}
          onClick={() => take.mutate(undefined, { onSuccess: () => say(t('taken', { title })) })}
        >
          {t('take')}
        </Button>
      )}
      {may.giveBack && (
        <Button
          variant="default"
          loading={giveBack.isPending}
          onClick={() =>
            giveBack.mutate(undefined, {
              onSuccess: () => {
                say(t('given-back', { title }));
                // Whoever was nothing but responsible can read it no more.
                if (!may.change && !may.assign) void navigate({ to: '/tasks' });
              },
            })
          }
        >
          {t('give-back')}
        </Button>
      )}
      {may.assign && (
        <Button variant="default" onClick={() => setOpened('assign')}>
          {t('assign')}
        </Button>
      )}
      {may.change && (
        <Button variant="default" onClick={() => setOpened('change')}>
          {t('change')}
        </Button>
      )}
      {may.delete && (
        <Button
          variant="default"
          loading={remove.isPending}
          onClick={() =>
            remove.mutate(undefined, {
              onSuccess: () => {
                say(t('deleted', { title }), {
                  action: { label: t('common:undo'), run: () => restore.mutate(undefined) },
                });
                void (task.groupId === null
                  ? navigate({ to: '/tasks' })
                  : navigate({ to: '/groups/$id/tasks', params: { id: task.groupId } }));
              },
            })
          }
        >
          {t('delete')}
        </Button>
      )}
      {sentence && <p role="alert">{sentence}</p>}
      <ChangeTask task={task} opened={opened === 'change'} onClose={close} />
      <AssignTask task={task} opened={opened === 'assign'} onClose={close} />
    </>
  );
}

interface DialogProps {
  task: TaskDetail;
  opened: boolean;
  onClose: () => void;
}

function ChangeTask(props: DialogProps) {
  const { t } = useTranslation('tasks');
  const form = useId();
  const change = useChangeTask(props.task.id);
  return (
    <FormDialog {...props} title={t('change.title')} form={form} pending={change.isPending}>
      <ChangeFields {...props} form={form} change={change} />
    </FormDialog>
  );
}

function ChangeFields({
  task,
  form,
  change,
  onClose,
}: DialogProps & { form: string; change: ReturnType<typeof useChangeTask> }) {
  const [typed, setTyped] = useState({ title: task.title, notes: task.notes, due: typedDue(task.due) });
  const wrong = useFieldError(change.error);
  const fields = { value: typed, wrong, onChange: setTyped };
  return (
    <form
      id={form}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ ...typed, due: dueOf(typed.due) }, { onSuccess: onClose });
      }}
    >
      <TitleAndDue {...fields} />
      <Notes {...fields} />
      {wrong('form') && <p role="alert">{wrong('form')}</p>}
    </form>
  );
}

function AssignTask(props: DialogProps) {
  const { t } = useTranslation('tasks');
  const form = useId();
  const assign = useAssign(props.task.id);
  return (
    <FormDialog {...props} title={t('assign')} form={form} pending={assign.isPending}>
      <AssignFields {...props} form={form} assign={assign} />
    </FormDialog>
  );
}

function AssignFields({
  task,
  form,
  assign,
  onClose,
}: DialogProps & { form: string; assign: ReturnType<typeof useAssign> }) {
  const [chosen, setChosen] = useState<Chosen>({
    people: task.people.flatMap(({ personId, name }) => (personId ? [{ value: personId, label: name }] : [])),
    organisation: task.organisation && { value: task.organisation.id, label: task.organisation.name },
  });
  const wrong = useFieldError(assign.error);
  return (
    <form
      id={form}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        assign.mutate(responsibleOf(chosen), { onSuccess: onClose });
      }}
    >
      <ResponsibleFields value={chosen} error={wrong('people')} onChange={setChosen} />
      {wrong('form') && <p role="alert">{wrong('form')}</p>}
    </form>
  );
}

function FormDialog({
  title,
  form,
  pending,
  opened,
  onClose,
  children,
}: Omit<DialogProps, 'task'> & { title: string; form: string; pending: boolean; children: ReactNode }) {
  const { t } = useTranslation('tasks');
  return (
    <Dialog
      title={title}
      opened={opened}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" form={form} loading={pending}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
