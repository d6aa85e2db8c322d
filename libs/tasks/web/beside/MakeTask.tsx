import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { newId } from '@plenary/ground/kernel';
import { Dialog, ErrorNotice, Picker, say, type components, type PickerOption } from '@plenary/ground/web';
import { useMe } from '@plenary/identity/web';
import { useOrganisations, usePeople } from '@plenary/organisations/web';
import { useStatement } from '@plenary/statements/web/parts';
import { taskLimits } from '@plenary/tasks/domain';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMakeTask } from './api/use-task-acts';
import classes from './MakeTask.module.css';
import { useBoards, type Board } from './use-boards';

export interface MadeFrom {
  readonly about: components['schemas']['AboutDto'];
  readonly statementId: string;
  /** Words it is about, as they stand there now. */
  readonly quote: string;
}

interface Props extends MadeFrom {
  onClose: () => void;
}

const coalition = 'coalition';
const valueOf = ({ groupId }: Board): string => groupId ?? coalition;

/** Makes a task of something that was written or said; the board of the statement's group is chosen already. */
export function MakeTask({ about, statementId, quote, onClose }: Props) {
  const { t } = useTranslation('tasks-beside');
  const me = useMe().data?.person.id;
  const form = useId();
  const boards = useBoards();
  const { data: statement } = useStatement(statementId);
  // Sent twice, it is one task.
  const [id] = useState(() => newId());
  const [chosen, setChosen] = useState<string | null>(null);
  const [whom, setWhom] = useState<PickerOption | null>(null);
  const [isMine, setMine] = useState(false);
  const make = useMakeTask();
  const owner = statement?.owner.groupId ?? null;
  const board =
    boards.find((each) => valueOf(each) === chosen) ??
    boards.find(({ groupId }) => groupId === owner) ??
    boards[0];
  if (!board) return null;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const title = String(data.get('title')).trim();
    const on = String(data.get('due'));
    const [kind, whose] = whom?.value.split(' ') ?? [];
    const person = board!.leads ? (kind === 'person' ? whose! : null) : isMine ? (me ?? null) : null;
    const organisationId = board!.leads && kind === 'organisation' ? whose! : null;
    make.mutate(
      {
        ...{ id, title, about },
        ...(board!.groupId === null ? {} : { groupId: board!.groupId }),
        ...(on === '' ? {} : { due: { on, time: null, zone: null } }),
        responsible: { personIds: person ? [person] : [], organisationId },
      },
      {
        onSuccess: () => {
          say(t('made', { title }));
          onClose();
        },
      },
    );
  }
  return (
    <Dialog
      title={t('make.title')}
      opened
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" form={form} loading={make.isPending}>
            {t('make.do')}
          </Button>
        </>
      }
    >
      <form id={form} className={classes.form} onSubmit={submit}>
        {quote && (
          <blockquote className={classes.quote} dir="auto" lang={statement?.language}>
            {quote}
          </blockquote>
        )}
        <TextInput
          name="title"
          label={t('make.what')}
          required
          maxLength={taskLimits.titleLength}
          autoComplete="off"
          dir="auto"
        />
        {board.leads ? (
          <ForWhom chosen={whom} onChoose={setWhom} />
        ) : (
          <Checkbox
            label={t('make.mine')}
            checked={isMine}
            onChange={({ currentTarget }) => setMine(currentTarget.checked)}
          />
        )}
        <TextInput name="due" type="date" label={t('make.due')} />
        {boards.length > 1 && (
          <NativeSelect
            label={t('make.board')}
            value={valueOf(board)}
            data={boards.map((each) => ({ value: valueOf(each), label: each.name ?? t('coalition') }))}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          />
        )}
        {make.error && <ErrorNotice error={make.error} />}
      </form>
    </Dialog>
  );
}

/** One person or one organisation; more of them on the task's own page. */
function ForWhom({
  chosen,
  onChoose,
}: {
  chosen: PickerOption | null;
  onChoose: (option: PickerOption | null) => void;
}) {
  const { t } = useTranslation('tasks-beside');
  const [query, setQuery] = useState('');
  const filter = query ? { query } : {};
  const { data: people } = usePeople(filter);
  const { data: organisations } = useOrganisations(filter);
  const some = (kind: 'person' | 'organisation', items: readonly { id: string; name: string }[] = []) =>
    items
      .slice(0, 8)
      .map(({ id, name }) => ({ value: `${kind} ${id}`, label: name, note: t(`whom.${kind}`) }));
  return (
    <Picker
      label={t('make.whom')}
      placeholder={t('make.whom.find')}
      options={[...some('person', people), ...some('organisation', organisations)]}
      chosen={chosen}
      onSearch={setQuery}
      onChoose={onChoose}
    />
  );
}
