import { Button, Checkbox, NativeSelect } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { newId } from '@plenary/ground/kernel';
import { Dialog, say, type components } from '@plenary/ground/web';
import { useMe } from '@plenary/identity/web';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoards, type Board } from '../api/use-boards';
import { useAddTask } from '../api/use-task-acts';
import { dueOf } from './DueFields';
import { nobody, responsibleOf, ResponsibleFields } from './ResponsibleFields';
import { emptyTask, Notes, TitleAndDue, useFieldError } from './TaskFields';
import classes from './tasks.module.css';

interface Props {
  /** What it comes from. */
  about?: components['schemas']['AboutDto'];
  /** Words of it, as they stand there now. */
  quote?: { readonly words: string; readonly language: string };
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
const valueOf = ({ groupId }: Board): string => groupId ?? own;

function Fields({
  about,
  quote,
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
  const board = boards.find((each) => valueOf(each) === chosen) ?? boards[0];

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!board || add.isPending) return;
    const due = dueOf(typed.due);
    const forMe = { personIds: mine && me ? [me.id] : [], organisationId: null };
    add.mutate(
      {
        ...{ id, title: typed.title.trim(), responsible: board.leads ? responsibleOf(responsible) : forMe },
        ...(board.groupId === null ? {} : { groupId: board.groupId }),
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
      {quote?.words && (
        <blockquote className={classes.quote} dir="auto" lang={quote.language}>
          {quote.words}
        </blockquote>
      )}
      <TitleAndDue {...fields} />
      {boards.length > 1 && (
        <NativeSelect
          label={t('field.board')}
          value={valueOf(board)}
          onChange={(event) => setBoard(event.currentTarget.value)}
          data={boards.map((each) => ({ value: valueOf(each), label: each.name ?? t('coalition') }))}
        />
      )}
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
