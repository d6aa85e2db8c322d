import { Button, Checkbox, NativeSelect } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { newId } from '@plenary/ground/kernel';
import { Dialog, say, type components } from '@plenary/ground/web';
import { useGroups } from '@plenary/groups/web';
import { useMe } from '@plenary/identity/web';
import { isCoordinator } from '@plenary/organisations/domain';
import { useMembership } from '@plenary/organisations/web';
import { coalitionWorkers } from '@plenary/tasks/domain';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddTask } from '../api/use-task-acts';
import { dueOf } from './DueFields';
import { nobody, responsibleOf, ResponsibleFields } from './ResponsibleFields';
import { emptyTask, Notes, TitleAndDue, useFieldError } from './TaskFields';
import classes from './tasks.module.css';

interface Props {
  /** What it comes from. */
  about?: components['schemas']['AboutDto'];
  /** The board that is chosen first; null for the coalition's own. */
  groupId?: string | null;
  title?: string;
  opened: boolean;
  onClose: () => void;
}

/** A new task. What is typed is gone when it closes, and kept while it is refused. */
export function AddTask(props: Props) {
  const { t } = useTranslation('tasks');
  const form = useId();
  const add = useAddTask();
  const close = () => {
    add.reset();
    props.onClose();
  };
  return (
    <Dialog
      title={t('add')}
      opened={props.opened}
      onClose={close}
      actions={
        <>
          <Button variant="default" onClick={close}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" form={form} loading={add.isPending}>
            {t('add')}
          </Button>
        </>
      }
    >
      <Fields {...props} form={form} add={add} onClose={close} />
    </Dialog>
  );
}

/** The coalition's own board, in a choice of boards. */
const own = 'coalition';

/** Boards to which the reader may add, with whether they lead there (TSK-2). */
function useBoards() {
  const { t } = useTranslation('tasks');
  const { data: groups = [] } = useGroups();
  const { data: membership } = useMembership();
  const coordinates = isCoordinator(membership);
  const works = membership?.coalitionRoles.some((role) => coalitionWorkers.includes(role)) ?? false;
  return [
    ...groups
      .filter(({ myRole }) => coordinates || myRole !== null)
      .map(({ id, name, myRole }) => ({ value: id, label: name, leads: coordinates || myRole === 'lead' })),
    ...(coordinates || works ? [{ value: own, label: t('coalition'), leads: coordinates }] : []),
  ];
}

function Fields({
  about,
  groupId,
  title,
  form,
  add,
  onClose,
}: Props & { form: string; add: ReturnType<typeof useAddTask> }) {
  const { t } = useTranslation('tasks');
  const me = useMe().data?.person;
  const boards = useBoards();
  // The same for each try: what arrives twice is added once.
  const [id] = useState(() => newId());
  const [chosen, setBoard] = useState(groupId === null ? own : (groupId ?? ''));
  const [typed, setTyped] = useState(() => emptyTask(title));
  const [responsible, setResponsible] = useState(nobody);
  const [mine, setMine] = useState(false);
  const wrong = useFieldError(add.error);
  const board = boards.find(({ value }) => value === chosen) ?? boards[0];

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!board || add.isPending) return;
    const due = dueOf(typed.due);
    const forMe = { personIds: mine && me ? [me.id] : [], organisationId: null };
    add.mutate(
      {
        ...{ id, title: typed.title, responsible: board.leads ? responsibleOf(responsible) : forMe },
        ...(board.value === own ? {} : { groupId: board.value }),
        ...(typed.notes.trim() === '' ? {} : { notes: typed.notes }),
        ...(due === null ? {} : { due }),
        ...(about === undefined ? {} : { about }),
      },
      {
        onSuccess: (added) => {
          say(t('added', { title: added.title }));
          onClose();
        },
      },
    );
  }
  if (!board) return <p>{t('add.nowhere')}</p>;
  const fields = { value: typed, wrong, onChange: setTyped };
  return (
    <form id={form} onSubmit={submit} className={classes.form}>
      <TitleAndDue {...fields} />
      <NativeSelect
        label={t('field.board')}
        value={board.value}
        onChange={(event) => setBoard(event.currentTarget.value)}
        data={boards.map(({ value, label }) => ({ value, label }))}
      />
      {board.leads ? (
        <ResponsibleFields value={responsible} error={wrong('people')} onChange={setResponsible} />
      ) : (
        <Checkbox
          label={t('field.mine')}
          checked={mine}
          onChange={(event) => setMine(event.currentTarget.checked)}
        />
      )}
      <Notes {...fields} />
      {wrong('form') && <p role="alert">{wrong('form')}</p>}
    </form>
  );
}
