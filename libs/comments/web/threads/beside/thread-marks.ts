import { covers } from '@plenary/ground/kernel';
import { currentImpersonation } from '@plenary/ground/web';
import { bindingIn } from '@plenary/ground/web/editor';
import type { StatementView } from '@plenary/statements/domain';
import type { Editor } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { Beside, placeUnderHand } from './beside';
import './thread-marks.css';

export const mayBegin = ({ right }: StatementView): boolean =>
  covers(right, 'comment') && currentImpersonation() === null;

/** Begins a comment on what is under the hand. */
export function beginAt(beside: Beside, view: EditorView): void {
  beside.begin(placeUnderHand(view), bindingIn(view.state)?.text ?? null);
}

const known = new WeakMap<Editor, Beside>();

/**
 * What is open beside an editor's text. With the first question marks upon passages come into the editor, and the key for
 * a comment: not before, since a text is there before anything that is said of it.
 */
export function besideOf(editor: Editor, statement: StatementView): Beside {
  const before = known.get(editor);
  if (before) return before;
  const beside = new Beside();
  known.set(editor, beside);
  editor.registerPlugin(beside.passages.plugin);
  editor.registerPlugin(keysOf(beside, statement));
  return beside;
}

/** The key for a comment, and what a click into a passage does. */
const keysOf = (beside: Beside, statement: StatementView) =>
  new Plugin({
    props: {
      handleDOMEvents: {
        // Also for who only reads: keys of the editor are for who writes.
        keydown: (view, event) => {
          const held =
            (event.ctrlKey || event.metaKey) && event.altKey && !event.getModifierState('AltGraph');
          if (!held || event.code !== 'KeyM' || !mayBegin(statement)) return false;
          event.preventDefault();
          beginAt(beside, view);
          return true;
        },
        click: (view, event) => {
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          const thread = at ? beside.passages.at(at.pos).find(({ isDraft }) => !isDraft) : undefined;
          // Who writes put the caret there; who reads meant the comment.
          if (thread && !view.editable) beside.open(thread.id);
          else if (thread) beside.point(thread.id);
          return false;
        },
      },
    },
  });
