import type { Editor } from '@tiptap/core';
import { createContext, useContext, type CSSProperties, type ReactNode } from 'react';
import { Fill } from './Fill';
import classes from './Margins.module.css';
import { StatementSlots, type InStatement } from './statement-slots';
import { useTop } from './use-top';

/** The order of the fillings, which is that of what they have beside one paragraph. */
const Rank = createContext(0);

/** What stands at the far edge of the text; without a filling there is no edge. */
export function Margins(at: InStatement) {
  const filled = useContext(StatementSlots).filter(({ Margin }) => Margin);
  if (filled.length === 0) return null;
  return (
    <div className={classes.margin}>
      {filled.map(({ key, Margin }, rank) => (
        <Rank.Provider key={key} value={rank}>
          <Fill>{Margin && <Margin {...at} />}</Fill>
        </Rank.Provider>
      ))}
    </div>
  );
}

/**
 * Something in the margin, at the height of a paragraph, one row high; below what fillings before this one have there.
 * Nothing while the paragraph is not on the page.
 */
export function BesideParagraph({
  editor,
  id,
  children,
}: {
  editor: Editor;
  id: string;
  children: ReactNode;
}) {
  const found = useTop(editor, id, useContext(Rank));
  if (found === null) return null;
  const { top, before } = found;
  return (
    <div className={classes.beside} style={{ insetBlockStart: top, '--before': before } as CSSProperties}>
      {children}
    </div>
  );
}
