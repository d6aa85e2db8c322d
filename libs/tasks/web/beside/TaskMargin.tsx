import { Button } from '@mantine/core';
import { Dialog } from '@plenary/ground/web';
import type { InStatement } from '@plenary/statements/web';
import { BesideParagraph, numbersOf, useDerived } from '@plenary/statements/web/parts';
import { IconChecklist, IconCircleCheck, IconPlus } from '@tabler/icons-react';
import type { Node } from '@tiptap/pm/model';
import { useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Task } from '../api/tasks-api';
import { useStatementTasks } from '../api/use-tasks-beside';
import { MakeTask } from './MakeTask';
import { TaskRows } from './TaskRows';
import classes from './TaskMargin.module.css';
import { useBoards } from '../api/use-boards';

interface Labelled {
  readonly id: string;
  /** How it is cited; null for what has no number. */
  readonly label: string | null;
}

const labelled = (doc: Node): Labelled[] => {
  const numbers = numbersOf(doc);
  return doc.children.map((node, index) => ({
    id: String(node.attrs['id'] ?? ''),
    label: numbers[index]!.cited,
  }));
};

/** Beside each paragraph with tasks a mark that opens them, and says when they are done. */
export function TaskMargin({ statement, editor }: InStatement) {
  const { data: tasks } = useStatementTasks(statement.id);
  const paragraphs = useDerived(editor, labelled, 400);
  const [open, setOpen] = useState<string | null>(null);
  const byParagraph = useMemo(() => {
    const found = new Map<string, Task[]>();
    for (const task of tasks ?? []) {
      const id = task.about?.paragraphId;
      if (id) found.set(id, [...(found.get(id) ?? []), task]);
    }
    return found;
  }, [tasks]);
  const shown = paragraphs.find(({ id }) => id === open);
  return (
    <>
      {paragraphs.map((paragraph) => {
        const its = byParagraph.get(paragraph.id);
        return (
          its && (
            <BesideParagraph key={paragraph.id} editor={editor} id={paragraph.id}>
              <Mark paragraph={paragraph} tasks={its} onOpen={() => setOpen(paragraph.id)} />
            </BesideParagraph>
          )
        );
      })}
      {shown &&
        // What stands at the text runs as the text does; what is said of it runs as the page.
        createPortal(
          <OfParagraph
            statementId={statement.id}
            paragraph={shown}
            tasks={byParagraph.get(shown.id) ?? []}
            onClose={() => setOpen(null)}
          />,
          document.body,
        )}
    </>
  );
}

function Mark({
  paragraph: { label },
  tasks,
  onOpen,
}: {
  paragraph: Labelled;
  tasks: readonly Task[];
  onOpen: () => void;
}) {
  const { t } = useTranslation('tasks-beside');
  const count = tasks.filter(({ state }) => state !== 'done').length;
  const key = count > 0 ? 'mark' : 'mark.done';
  const total = count > 0 ? count : tasks.length;
  const name = label ? t(`${key}.at`, { count: total, label }) : t(key, { count: total });
  const Sign = count > 0 ? IconChecklist : IconCircleCheck;
  return (
    <button type="button" className={classes.mark} aria-label={name} title={name} onClick={onOpen}>
      <Sign size={18} stroke={1.5} aria-hidden />
      {count > 1 && (
        <span className={classes.count} aria-hidden>
          {count}
        </span>
      )}
    </button>
  );
}

interface OfParagraphProps {
  statementId: string;
  paragraph: Labelled;
  tasks: readonly Task[];
  onClose: () => void;
}

function OfParagraph({ statementId, paragraph: { id, label }, tasks, onClose }: OfParagraphProps) {
  const { t } = useTranslation('tasks-beside');
  const boards = useBoards();
  const [makes, setMakes] = useState(false);
  if (makes)
    return (
      <MakeTask
        about={{ kind: 'paragraph', id: statementId, paragraphId: id }}
        statementId={statementId}
        quote={tasks[0]?.about?.quote ?? ''}
        onClose={() => setMakes(false)}
      />
    );
  return (
    <Dialog
      title={label ? t('at', { label }) : t('panel')}
      opened
      onClose={onClose}
      actions={
        boards.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => setMakes(true)}
          >
            {t('make.another')}
          </Button>
        )
      }
    >
      <TaskRows tasks={tasks} withBoard />
    </Dialog>
  );
}
