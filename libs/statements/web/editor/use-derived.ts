import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { useEffect, useState } from 'react';

/** Something that follows from the text and may lag: computed when writing pauses, not at every key. */
export function useDerived<Value>(editor: Editor, derive: (doc: Node) => Value, pause = 250): Value {
  const [value, setValue] = useState(() => derive(editor.state.doc));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const look = () => {
      timer = null;
      setValue(derive(editor.state.doc));
    };
    const onTransaction = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (transaction.docChanged) timer ??= setTimeout(look, pause);
    };
    look();
    editor.on('transaction', onTransaction);
    return () => {
      editor.off('transaction', onTransaction);
      if (timer) clearTimeout(timer);
    };
  }, [editor, derive, pause]);
  return value;
}
