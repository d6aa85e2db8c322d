import type { Editor } from '@tiptap/core';
import { useContext, type ReactNode } from 'react';
import { Fill } from './Fill';
import classes from './Margins.module.css';
import { StatementSlots, type InStatement } from './statement-slots';
import { useTop } from './use-top';

/** What stands at the far edge of the text; without a filling there is no edge. */
export function Margins(at: InStatement) {
  const filled = useContext(StatementSlots).filter(({ Margin }) => Margin);
  if (filled.length === 0) return null;
  return (
    <div className={classes.margin}>
      {filled.map(({ key, Margin }) => (
        <Fill key={key}>{Margin && <Margin {...at} />}</Fill>
      ))}
    </div>
  );
}

/** Something in the margin, at the height of a paragraph; nothing while the paragraph is not on the page. */
export function BesideParagraph({
  editor,
  id,
  children,
}: {
  editor: Editor;
  id: string;
  children: ReactNode;
}) {
  const top = useTop(editor, id);
  if (top === null) return null;
  return (
    <div className={classes.beside} style={{ insetBlockStart: top }}>
      {children}
    </div>
  );
}
