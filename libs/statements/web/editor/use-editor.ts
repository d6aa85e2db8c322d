import { shallowEqual } from '@mantine/hooks';
import { Editor, type Extensions } from '@tiptap/core';
import type { EditorProps } from '@tiptap/pm/view';
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type RefObject,
} from 'react';

interface Options {
  /** Read once: an editor keeps its plugins for life. */
  readonly extensions: () => Extensions;
  readonly editable: boolean;
  /** The same object as long as they say the same. */
  readonly props: EditorProps;
}

/** Of what the library does at each key unasked, what nothing here listens to. */
const unheard = { delete: false, drop: false, paste: false } as const;

const unheardEvents = ['keypress', 'keyup', 'beforeinput', 'textInput', 'input'];
const hush = (event: Event): void => event.stopPropagation();

/** An editor in its place on the page, as long as that stands; null until it does. */
export function useEditor(
  place: RefObject<HTMLElement | null>,
  { extensions, editable, props }: Options,
): Editor | null {
  const [first] = useState(() => ({ extensions: extensions(), editable, editorProps: props }));
  const [editor, setEditor] = useState<Editor | null>(null);
  useLayoutEffect(() => {
    const made = new Editor({ ...first, element: place.current, enableCoreExtensions: unheard });
    setEditor(made);
    // React hears each of these at the root of the page, and finds at each key that nobody listens.
    for (const name of unheardEvents) place.current?.addEventListener(name, hush);
    return () => made.destroy();
  }, [first, place]);
  useEffect(() => {
    if (editor && editor.options.editorProps !== props) editor.setOptions({ editorProps: props });
  }, [editor, props]);
  useEffect(() => {
    if (!editor) return;
    if (editor.isEditable !== editable) editor.setEditable(editable, false);
    editor.view.dom.setAttribute('aria-readonly', String(!editable));
  }, [editor, editable]);
  return editor;
}

/** What is read of an editor at each transaction; what says the same as before is the same, so that nothing is drawn. */
export function useEditorValue<Value extends object>(editor: Editor, read: (editor: Editor) => Value): Value {
  const last = useRef<Value | null>(null);
  const subscribe = useCallback(
    (listener: () => void) => {
      editor.on('transaction', listener);
      return () => void editor.off('transaction', listener);
    },
    [editor],
  );
  return useSyncExternalStore(subscribe, () => {
    const now = read(editor);
    if (last.current === null || !shallowEqual(last.current, now)) last.current = now;
    return last.current;
  });
}
