import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { fromText, type TextBinding } from './binding.js';

/** Transactions of the editor that were not yet written into the text. */
interface Waiting {
  readonly transactions: readonly Transaction[];
  /** Set once they were: what comes next begins anew. */
  taken: boolean;
}

export const textKey = new PluginKey<Waiting>('text');

const nothing = (): Waiting => ({ transactions: [], taken: true });

/** Brings what is done in an editor to its text, and what happens in the text to the editor. */
export function textPlugin(binding: TextBinding): Plugin<Waiting> {
  return new Plugin<Waiting>({
    key: textKey,
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
      handleDOMEvents: {
        compositionend: () => {
          binding.composed();
          return false;
        },
      },
    },
  });
}
