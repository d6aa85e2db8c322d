import { Textarea, TextInput } from '@mantine/core';
import { asApiError, useErrorSentence } from '@plenary/ground/web';
import { taskLimits } from '@plenary/tasks/domain';
import { useTranslation } from 'react-i18next';
import { DueFields, typedDue, type DueTyped } from './DueFields';

export interface TaskTyped {
  readonly title: string;
  readonly notes: string;
  readonly due: DueTyped;
}

export const emptyTask = (title = ''): TaskTyped => ({ title, notes: '', due: typedDue(null) });

type Field = 'title' | 'due' | 'notes' | 'people' | 'form';
const fieldOf: Readonly<Record<string, Field>> = {
  'task.title-empty': 'title',
  'task.due-unknown': 'due',
  'task.notes-too-long': 'notes',
  'task.person-unknown': 'people',
  'task.organisation-unknown': 'people',
};

/** The sentence of a refusal, at the field that it is about. */
export function useFieldError(error: unknown): (field: Field) => string | undefined {
  const { sentence } = useErrorSentence(error);
  const about = error ? (fieldOf[asApiError(error).code] ?? 'form') : null;
  return (field) => (field === about ? sentence : undefined);
}

interface Props {
  value: TaskTyped;
  wrong: (field: Field) => string | undefined;
  onChange: (value: TaskTyped) => void;
}

/** What is to be done, and until when. */
export function TitleAndDue({ value, wrong, onChange }: Props) {
  const { t } = useTranslation('tasks');
  return (
    <>
      <TextInput
        label={t('field.title')}
        value={value.title}
        error={wrong('title')}
        maxLength={taskLimits.titleLength}
        required
        withAsterisk={false}
        dir="auto"
        onChange={(event) => onChange({ ...value, title: event.currentTarget.value })}
      />
      <DueFields value={value.due} error={wrong('due')} onChange={(due) => onChange({ ...value, due })} />
    </>
  );
}

export function Notes({ value, wrong, onChange }: Props) {
  const { t } = useTranslation('tasks');
  return (
    <Textarea
      label={t('field.notes')}
      value={value.notes}
      error={wrong('notes')}
      rows={4}
      dir="auto"
      onChange={(event) => onChange({ ...value, notes: event.currentTarget.value })}
    />
  );
}
