import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { newId } from '@plenary/ground/kernel';
import { say, Section, useErrorSentence } from '@plenary/ground/web';
import { taskLimits } from '@plenary/tasks/domain';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../api/tasks-api';
import { usePutStep } from '../api/use-task-acts';
import classes from './tasks.module.css';

type Step = TaskDetail['checklist'][number];

/** What the task consists of, to be ticked off one after another. */
export function Checklist({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('tasks');
  const { checklist, may } = task;
  if (checklist.length === 0 && !may.work) return null;
  return (
    <Section
      title={t('steps')}
      actions={
        checklist.length > 0 && (
          <span className={classes.quiet}>
            {t('steps.done', { done: task.stepsDone, count: task.steps })}
          </span>
        )
      }
    >
      {checklist.length > 0 && (
        <ul className={classes.steps}>
          {checklist.map((step) => (
            <StepLine key={step.id} task={task} step={step} />
          ))}
        </ul>
      )}
      {may.work && checklist.length < taskLimits.steps && <AddStep taskId={task.id} />}
    </Section>
  );
}

function StepLine({ task, step }: { task: TaskDetail; step: Step }) {
  const { t } = useTranslation('tasks');
  const put = usePutStep(task.id);
  const { sentence } = useErrorSentence(put.error);
  const [editing, setEditing] = useState(false);
  const isDone = put.isPending && put.variables.text !== null ? put.variables.isDone : step.isDone;
  const remove = () =>
    put.mutate(
      { ...step, text: null },
      {
        onSuccess: () =>
          say(t('step.removed', { text: step.text }), {
            action: { label: t('common:undo'), run: () => put.mutate(step) },
          }),
      },
    );
  if (editing)
    return (
      <li>
        <StepForm
          label={t('step.edit', { text: step.text })}
          button={t('common:save')}
          text={step.text}
          onCancel={() => setEditing(false)}
          pending={put.isPending}
          error={sentence}
          onSave={(text) => put.mutate({ ...step, text }, { onSuccess: () => setEditing(false) })}
        />
      </li>
    );
  return (
    <li className={classes.step}>
      <Checkbox
        label={<bdi>{step.text}</bdi>}
        checked={isDone}
        disabled={!task.may.work}
        onChange={() => put.mutate({ ...step, isDone: !step.isDone })}
      />
      {task.may.work && (
        <span className={classes.stepTools}>
          <ActionIcon aria-label={t('step.edit', { text: step.text })} onClick={() => setEditing(true)}>
            <IconPencil size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={t('step.remove', { text: step.text })} onClick={remove}>
            <IconTrash size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </span>
      )}
      {sentence && <p role="alert">{sentence}</p>}
    </li>
  );
}

function AddStep({ taskId }: { taskId: string }) {
  const { t } = useTranslation('tasks');
  const put = usePutStep(taskId);
  const { sentence } = useErrorSentence(put.error);
  // A new field for each new step.
  const [id, setId] = useState(() => newId<'step'>());
  return (
    <StepForm
      key={id}
      label={t('step.add')}
      button={t('step.add.do')}
      text=""
      pending={put.isPending}
      error={sentence}
      autoFocus={put.isSuccess}
      onSave={(text) => put.mutate({ id, text, isDone: false }, { onSuccess: () => setId(newId()) })}
    />
  );
}

interface FormProps {
  label: string;
  button: string;
  text: string;
  pending: boolean;
  error: string;
  autoFocus?: boolean;
  onSave: (text: string) => void;
  onCancel?: () => void;
}

function StepForm({ label, button, text, pending, error, autoFocus, onSave, onCancel }: FormProps) {
  const { t } = useTranslation('tasks');
  const [typed, setTyped] = useState(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== '' && !pending) onSave(typed);
  };
  return (
    <form onSubmit={submit} className={classes.stepForm}>
      <TextInput
        aria-label={label}
        placeholder={onCancel ? undefined : label}
        value={typed}
        error={error || undefined}
        maxLength={taskLimits.stepLength}
        autoFocus={autoFocus ?? onCancel !== undefined}
        dir="auto"
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel?.()}
      />
      <Button type="submit" variant="default" loading={pending}>
        {button}
      </Button>
      {onCancel && (
        <Button variant="subtle" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      )}
    </form>
  );
}
