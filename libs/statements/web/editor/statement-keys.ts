import { Extension, InputRule } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import { backspace, enter, indentBy, inList, setKind, setStyle } from './commands';

/** What the page does for keys that leave the text: dialogs, search, help. */
export interface PageKeys {
  readonly openLink: () => void;
  readonly openFind: () => void;
  readonly openHelp: () => void;
  readonly addFootnote: () => void;
  /** The next Tab leaves the text. */
  readonly tellTabLeaves: () => void;
}

/** Keys, and what typing turns into: what makes the flat list of paragraphs feel like a document. */
export const StatementKeys = Extension.create<PageKeys, { tabLeaves: boolean }>({
  name: 'statementKeys',
  // Before the library's own Enter and Backspace.
  priority: 1_000,

  addStorage: () => ({ tabLeaves: false }),

  onTransaction({ transaction }) {
    if (transaction.docChanged || transaction.selectionSet) this.storage.tabLeaves = false;
  },

  addKeyboardShortcuts() {
    const run = (command: Command) => () => {
      const { state, dispatch } = this.editor.view;
      return command(state, dispatch, this.editor.view);
    };
    const page = (act: () => void) => () => {
      act();
      return true;
    };
    // Nobody is caught in a list (WCAG 2.1.2): Tab leaves where an item goes no deeper, and after Escape at once.
    const indent = (step: 1 | -1) => () =>
      !this.storage.tabLeaves && inList(this.editor.state) && run(indentBy(step))();
    const leave = () => {
      if (!inList(this.editor.state)) return false;
      this.storage.tabLeaves = true;
      this.options.tellTabLeaves();
      return true;
    };
    return {
      Enter: run(enter),
      Backspace: run(backspace),
      Tab: indent(1),
      'Shift-Tab': indent(-1),
      Escape: leave,
      'Mod-Alt-0': run(setStyle('text')),
      'Mod-Alt-1': run(setStyle('heading', 1)),
      'Mod-Alt-2': run(setStyle('heading', 2)),
      'Mod-Alt-3': run(setStyle('heading', 3)),
      'Mod-Shift-7': run(setStyle('numbered')),
      'Mod-Shift-8': run(setStyle('bullet')),
      'Mod-Shift-9': run(setStyle('quote')),
      'Mod-Alt-p': run(setKind('preambular')),
      'Mod-Alt-o': run(setKind('operative')),
      'Mod-Alt-n': run(setKind('plain')),
      'Mod-k': page(this.options.openLink),
      'Mod-f': page(this.options.openFind),
      'Mod-/': page(this.options.openHelp),
      'Mod-Alt-f': page(this.options.addFootnote),
    };
  },

  addInputRules() {
    const turn = (find: RegExp, style: Parameters<typeof setStyle>[0], level = 1) =>
      new InputRule({
        find,
        handler: ({ state, range }) => {
          if (state.selection.$from.parent.attrs['style'] !== 'text') return;
          const { tr } = state;
          tr.delete(range.from, range.to);
          const pos = tr.selection.$from.before();
          tr.setNodeAttribute(pos, 'style', style);
          if (style === 'heading') tr.setNodeAttribute(pos, 'level', level);
        },
      });
    return [
      turn(/^[-*•]\s$/, 'bullet'),
      turn(/^1[.)]\s$/, 'numbered'),
      // As Arabic and Persian count: ١. ١- أ-
      turn(/^[١۱أا][.)\-–]\s$/, 'numbered'),
      turn(/^>\s$/, 'quote'),
      turn(/^#\s$/, 'heading', 1),
      turn(/^##\s$/, 'heading', 2),
      turn(/^###\s$/, 'heading', 3),
    ];
  },
});
