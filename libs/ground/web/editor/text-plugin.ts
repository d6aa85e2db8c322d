import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { fromText, type TextBinding } from './binding.js';

/** Transactions of the editor that were not yet written into the text. */
interface Waiting {
  readonly transactions: readonly Transaction[];
  /** Set once they were: what comes next begins anew. */
  taken: boolean;
}

export const textKey = new PluginKey<Waiting>('text');

/** The binding of an editor to its text; null for an editor without one. */
export const bindingIn = (state: EditorState): TextBinding | null =>
  (textKey.get(state)?.spec as { binding?: TextBinding } | undefined)?.binding ?? null;

const nothing = (): Waiting => ({ transactions: [], taken: true });

/** Brings what is done in an editor to its text, and what happens in the text to the editor. */
export function textPlugin(binding: TextBinding): Plugin<Waiting> {
  return new Plugin<Waiting>({
    key: textKey,
    binding,
    state: {
      init: nothing,
      apply(transaction, before) {
        if (!transaction.docChanged) return before;
        if (transaction.getMeta(fromText)) return nothing();
        const earlier = before.taken ? [] : before.transactions;
        return { transactions: [...earlier, transaction], taken: false };
      },
    },
    view(view) {
      binding.attach(view);
      return {
        update(now, before) {
          const waiting = textKey.getState(now.state);
          if (!waiting || waiting.taken || waiting.transactions.length === 0) return;
          waiting.taken = true;
          binding.take(waiting.transactions, before);
        },
        destroy: () => binding.detach(),
      };
    },
    props: {
      handleScrollToSelection: scrollWithFrame(),
      handleDOMEvents: {
        compositionend: () => {
          binding.composed();
          return false;
        },
      },
    },
  });
}

/**
 * Scrolls to the caret with the next frame. At once, the page would be laid out for it in the middle of a key, and
 * once more for what the key goes on to change.
 */
function scrollWithFrame(): (view: EditorView) => boolean {
  let [isDue, isScrolling] = [false, false];
  return (view) => {
    if (isScrolling) return false;
    if (isDue) return true;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      if (view.isDestroyed) return;
      isScrolling = true;
      // The library's own way, which asks here again.
      (view as EditorView & { scrollToSelection(): void }).scrollToSelection();
      isScrolling = false;
    });
    return true;
  };
}
