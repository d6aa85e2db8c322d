import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

export interface Found {
  readonly from: number;
  readonly to: number;
}

export interface FindState {
  readonly query: string;
  /** Finds all places; of who searches, since that is loaded when somebody does. */
  readonly search: (doc: Node) => readonly Found[];
  readonly found: readonly Found[];
  /** Index of the one shown; -1 without any. */
  readonly current: number;
}

export const findKey = new PluginKey<FindState>('find');
export const nothing: FindState = { query: '', search: () => [], found: [], current: -1 };
/** All are counted and gone through; so many are marked before and behind the one shown. */
const markedAround = 300;

/** Marks what is searched for. */
export function find(): Plugin {
  return new Plugin<FindState>({
    key: findKey,
    state: {
      init: () => nothing,
      apply(transaction, before) {
        const asked = transaction.getMeta(findKey) as Partial<FindState> | undefined;
        if (asked?.query !== undefined && asked.search) {
          const { query, search } = asked;
          const found = search(transaction.doc);
          return { query, search, found, current: found.length > 0 ? 0 : -1 };
        }
        if (asked?.current !== undefined && !transaction.docChanged)
          return { ...before, current: asked.current };
        if (!transaction.docChanged || before.query === '') return before;
        const found = before.search(transaction.doc);
        const current = Math.min(asked?.current ?? Math.max(before.current, 0), found.length - 1);
        return { ...before, found, current };
      },
    },
    props: {
      decorations(state: EditorState) {
        const { found, current } = findKey.getState(state) ?? nothing;
        if (found.length === 0) return null;
        const first = Math.max(0, current - markedAround);
        return DecorationSet.create(
          state.doc,
          found
            .slice(first, current + markedAround)
            .map(({ from, to }, i) =>
              Decoration.inline(from, to, { class: first + i === current ? 'found current' : 'found' }),
            ),
        );
      },
    },
  });
}
