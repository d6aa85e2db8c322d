import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { pasteReader } from '../editor/clipboard';
import { late } from '../editor/late';
import { whenIdle } from '../editor/when-idle';

const besideText = late(() => import('./beside-text'));
type BesideText = Awaited<ReturnType<typeof besideText.load>>;

/**
 * The dialogs and the search of a text. They are fetched once somebody is in the text, so that they are there when they
 * are wanted and cost nobody who only looks; or at the latest when one is opened. Null until then.
 */
export function useBesideText(
  editor: Editor | null,
  isWanted: boolean,
  onMissing: () => void,
): BesideText | null {
  const [parts, setParts] = useState(besideText.now);
  useEffect(() => {
    if (!editor) return;
    const { dom } = editor.view;
    let cancel: (() => void) | null = null;
    const load = () => {
      void besideText.load().then(setParts, () => undefined);
      void pasteReader.load().catch(() => undefined);
    };
    const soon = () => (cancel ??= whenIdle(load, 500));
    if (editor.view.hasFocus()) soon();
    dom.addEventListener('focusin', soon, { once: true });
    return () => {
      dom.removeEventListener('focusin', soon);
      cancel?.();
    };
  }, [editor]);
  useEffect(() => {
    if (isWanted && !parts) void besideText.load().then(setParts, onMissing);
  }, [isWanted, parts, onMissing]);
  return parts;
}
