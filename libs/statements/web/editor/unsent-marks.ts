import type { DocumentProvider } from '@plenary/ground/collab/client';
import { bindingIn } from '@plenary/ground/web/editor';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';
import { useProviderValue } from './use-provider';

const key = new PluginKey<DecorationSet>('unsent');

/**
 * Marks the characters that are in this copy and will not be sent, so that nobody takes them for a part of the text.
 */
export function useUnsentMarks(editor: Editor, provider: DocumentProvider): void {
  const isHeld = useProviderValue(provider, ({ status }) => status.saving === 'held');
  useEffect(() => {
    if (!isHeld) return;
    const marks = marksOf(editor, provider);
    const plugin = new Plugin<DecorationSet>({
      key,
      state: {
        init: () => marks,
        apply: ({ mapping, docChanged }, before, _old, { doc }) =>
          docChanged ? before.map(mapping, doc) : before,
      },
      props: { decorations: (state) => key.getState(state) },
    });
    editor.registerPlugin(plugin);
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin(key);
    };
  }, [editor, provider, isHeld]);
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Characters that were typed one by one are one mark. */
function joined(ranges: readonly Range[]): readonly Range[] {
  const all: Range[] = [];
  for (const { from, to } of ranges.toSorted((one, other) => one.from - other.from)) {
    const last = all.at(-1);
    if (last && last.to >= from) all[all.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else all.push({ from, to });
  }
  return all;
}

function marksOf(editor: Editor, provider: DocumentProvider): DecorationSet {
  const binding = bindingIn(editor.state);
  if (!binding) return DecorationSet.empty;
  const characters = provider.unsentCharacters();
  const marks = binding.text.page.flatMap(({ runs }) =>
    runs.flatMap(({ id: [client, clock], embed, text }) =>
      (embed ? [] : joined(characters.get(client) ?? [])).flatMap(({ from, to }) => {
        const [first, last] = [Math.max(from, clock), Math.min(to, clock + text.length) - 1];
        if (last < first) return [];
        const [start, end] = [binding.posOf([client, first]), binding.posOf([client, last])];
        return start === null || end === null ? [] : [Decoration.inline(start - 1, end, { class: 'unsent' })];
      }),
    ),
  );
  return DecorationSet.create(editor.state.doc, marks);
}
