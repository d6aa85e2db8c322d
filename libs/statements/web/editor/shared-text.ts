import { Extension, type Command } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { remoteCarets, textPlugin, type TextBinding } from '@plenary/ground/web/editor';
import type { Awareness } from 'y-protocols/awareness';
import { caretLooks } from './carets';
import { moveParagraphs } from './moving';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    sharedText: {
      undo: () => ReturnType;
      redo: () => ReturnType;
      /** Moves the selected paragraphs up (-1) or down (1); they stay themselves. */
      moveParagraphs: (by: -1 | 1) => ReturnType;
    };
  }
}

interface Options {
  readonly binding: TextBinding;
  readonly awareness: Awareness | null;
}

/** The text that is shared with others: kept in step, undone and moved in the text itself. */
export const SharedText = Extension.create<Options>({
  name: 'sharedText',

  addCommands() {
    const { binding } = this.options;
    // They are acts on the text, which then shows in the editor: there is nothing to dispatch.
    const act =
      (run: (state: EditorState, isReal: boolean) => boolean): Command =>
      ({ tr, state, dispatch }) => {
        tr.setMeta('preventDispatch', true);
        return run(state, dispatch !== undefined);
      };
    return {
      undo: () => act((_, isReal) => (isReal ? binding.undo() : binding.outside.canUndo)),
      redo: () => act((_, isReal) => (isReal ? binding.redo() : binding.outside.canRedo)),
      moveParagraphs: (by) => act((state, isReal) => moveParagraphs(binding, state, by, isReal)),
    };
  },

  addKeyboardShortcuts() {
    const { editor } = this;
    return {
      'Mod-z': () => editor.commands.undo(),
      'Mod-y': () => editor.commands.redo(),
      'Shift-Mod-z': () => editor.commands.redo(),
      'Alt-Shift-ArrowUp': () => editor.commands.moveParagraphs(-1),
      'Alt-Shift-ArrowDown': () => editor.commands.moveParagraphs(1),
    };
  },

  addProseMirrorPlugins() {
    const { binding, awareness } = this.options;
    return [textPlugin(binding), ...(awareness ? [remoteCarets(binding, awareness, caretLooks)] : [])];
  },
});
