import type { InStatement } from '@plenary/statements/web';
import { selectedIn } from '@plenary/statements/web/parts';
import { IconChecklist } from '@tabler/icons-react';
import type { EditorView } from '@tiptap/pm/view';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import classes from './Beside.module.css';
import { MakeTask, type MadeFrom } from './MakeTask';
import { useBoards } from '../api/use-boards';

/** Makes a task of the selected words, or of the paragraph with the caret. */
export function TaskTool({ statement, editor }: InStatement & { writable: boolean }) {
  const { t } = useTranslation('tasks-beside');
  const boards = useBoards();
  const [from, setFrom] = useState<MadeFrom | null>(null);
  if (boards.length === 0) return null;
  return (
    <>
      <button
        type="button"
        className={classes.tool}
        aria-label={t('make.here')}
        title={t('make.here')}
        tabIndex={-1}
        // The selection in the text stays while the button is pressed.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setFrom(underHand(editor.view, statement.id))}
      >
        <IconChecklist size={18} stroke={1.75} aria-hidden />
      </button>
      {from && createPortal(<MakeTask {...from} onClose={() => setFrom(null)} />, document.body)}
    </>
  );
}

/** Selected words of one paragraph, else the paragraph, else the statement. */
function underHand(view: EditorView, statementId: string): MadeFrom {
  const range = selectedIn(view);
  const { doc } = view.state;
  const $from = range && doc.resolve(range.from);
  const paragraphId = $from && $from.depth > 0 ? ($from.node(1).attrs['id'] as string | null) : null;
  if (!$from || !paragraphId)
    return { about: { kind: 'statement', id: statementId }, statementId, quote: '' };
  const to = Math.min(range.to, $from.end(1));
  const selected = doc.textBetween(range.from, to, ' ', ' ').trim();
  const quote = selected || $from.node(1).textBetween(0, $from.node(1).content.size, ' ', ' ').trim();
  const words = selected ? { quote: selected.slice(0, longest) } : {};
  return { about: { kind: 'paragraph', id: statementId, paragraphId, ...words }, statementId, quote };
}

/** Characters of a quote that the server takes. */
const longest = 2_000;
