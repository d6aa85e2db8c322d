import type { Editor } from '@tiptap/core';
import { paragraphAnchor } from '@plenary/statements/domain';
import { useEffect, useRef, useState } from 'react';
import { whenIdle } from './when-idle';

/** What begins above this is what one reads: under the head and the tools of the page, in pixels. */
const readFrom = 160;

/** The last entry of an outline that begins above what one reads; null in front of the first. */
export function usePlaceRead(editor: Editor, entries: readonly { readonly id: string }[]): string | null {
  const [here, setHere] = useState<string | null>(null);
  const last = useRef(here);
  useEffect(() => {
    let cancel: (() => void) | null = null;
    const isAbove = (id: string): boolean => {
      const element = editor.view.dom.querySelector(`[id="${CSS.escape(paragraphAnchor(id))}"]`);
      return element !== null && element.getBoundingClientRect().top < readFrom;
    };
    const look = () => {
      cancel = null;
      // Entries stand in order: halving finds the place with a few looks.
      let [from, to] = [0, entries.length];
      while (from < to) {
        const middle = (from + to) >> 1;
        if (isAbove(entries[middle]!.id)) from = middle + 1;
        else to = middle;
      }
      const found = entries[from - 1]?.id ?? null;
      if (last.current !== found) setHere((last.current = found));
    };
    const soon = () => (cancel ??= whenIdle(look, 100));
    soon();
    addEventListener('scroll', soon, { passive: true });
    return () => {
      removeEventListener('scroll', soon);
      cancel?.();
    };
  }, [editor, entries]);
  return here;
}
