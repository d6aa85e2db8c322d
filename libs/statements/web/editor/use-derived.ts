import { shallowEqual } from '@mantine/hooks';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { useEffect, useRef, useState } from 'react';
import { whenIdle } from './when-idle';

/** So long it may lag behind who goes on typing. Milliseconds. */
const latest = 2_000;

/**
 * Something that follows from the text and may lag: computed when the page has time for it, not at every key. What is
 * computed anew and says the same is the same, so that nothing is drawn for it.
 */
export function useDerived<Value>(editor: Editor, derive: (doc: Node) => Value, pause = 250): Value {
  const [value, setValue] = useState(() => derive(editor.state.doc));
  const last = useRef(value);
  useEffect(() => {
    let cancel: (() => void) | null = null;
    // A text that has only just come is not told of as if it were empty.
    let wasEmpty = isEmpty(editor.state.doc);
    let since = 0;
    const look = () => {
      cancel = null;
      wasEmpty = isEmpty(editor.state.doc);
      const now = derive(editor.state.doc);
      if (saysTheSame(last.current, now)) return;
      last.current = now;
      setValue(now);
    };
    const onTransaction = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (!transaction.docChanged) return;
      if (!cancel) since = performance.now();
      // While keys follow one another it waits for them to end, within reason.
      else if (performance.now() - since < latest) cancel();
      else return;
      cancel = whenIdle(look, wasEmpty ? 0 : pause);
    };
    look();
    editor.on('transaction', onTransaction);
    return () => {
      editor.off('transaction', onTransaction);
      cancel?.();
    };
  }, [editor, derive, pause]);
  return value;
}

/** No paragraph, or one without anything in it. */
const isEmpty = ({ content }: Node): boolean => content.size <= 2;

/** Plain values, and lists of flat records. */
export function saysTheSame(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return Object.is(one, other);
  return one.length === other.length && one.every((each, at) => shallowEqual(each, other[at]));
}
