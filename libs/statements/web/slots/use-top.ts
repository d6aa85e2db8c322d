import { paragraphAnchor } from '@plenary/statements/domain';
import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';

/** How far below the top of the text a paragraph begins, in pixels; null while it is not on the page. */
export function useTop(editor: Editor, id: string): number | null {
  const [top, setTop] = useState<number | null>(null);
  useEffect(() => {
    let frame: number | null = null;
    const look = () => {
      frame = null;
      const { dom } = editor.view;
      setTop(dom.querySelector<HTMLElement>(`[id="${CSS.escape(paragraphAnchor(id))}"]`)?.offsetTop ?? null);
    };
    // Many in one margin look at once, after the text was drawn, so that it is laid out once.
    const soon = () => (frame ??= requestAnimationFrame(look));
    const resized = new ResizeObserver(soon);
    resized.observe(editor.view.dom);
    const follow = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (transaction.docChanged) soon();
    };
    editor.on('transaction', follow);
    soon();
    return () => {
      editor.off('transaction', follow);
      resized.disconnect();
      if (frame !== null) cancelAnimationFrame(frame);
    };
  }, [editor, id]);
  return top;
}
