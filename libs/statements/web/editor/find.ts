import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';

export interface Found {
  readonly from: number;
  readonly to: number;
}

interface FindState {
  readonly query: string;
  readonly found: readonly Found[];
  /** Index of the one shown; -1 without any. */
  readonly current: number;
}

export const findKey = new PluginKey<FindState>('find');
const nothing: FindState = { query: '', found: [], current: -1 };
/** More are not counted: nobody goes through them one by one. */
const mostFound = 1_000;

/** Letters as people search them: without case and accents, one by one, so that places stay the same. */
const folded = (text: string): string =>
  Array.from(text, (sign) => {
    const plain = sign.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return plain.length === sign.length ? plain : sign;
  }).join('');

function search(doc: Node, query: string): Found[] {
  const wanted = folded(query);
  const found: Found[] = [];
  if (wanted.trim() === '') return found;
  doc.forEach((block, pos) => {
    const text = folded(block.textBetween(0, block.content.size, undefined, '\ufffc'));
    for (
      let at = text.indexOf(wanted);
      at >= 0 && found.length < mostFound;
      at = text.indexOf(wanted, at + 1)
    ) {
      found.push({ from: pos + 1 + at, to: pos + 1 + at + wanted.length });
    }
  });
  return found;
}

/** Marks what is searched for. */
export function find(): Plugin {
  return new Plugin<FindState>({
    key: findKey,
    state: {
      init: () => nothing,
      apply(transaction, before) {
        const asked = transaction.getMeta(findKey) as Partial<FindState> | undefined;
        if (asked?.query !== undefined) {
          const found = search(transaction.doc, asked.query);
          return { query: asked.query, found, current: found.length > 0 ? 0 : -1 };
        }
        if (asked?.current !== undefined) return { ...before, current: asked.current };
        if (!transaction.docChanged || before.query === '') return before;
        const found = search(transaction.doc, before.query);
        return { ...before, found, current: Math.min(before.current, found.length - 1) };
      },
    },
    props: {
      decorations(state: EditorState) {
        const { found, current } = findKey.getState(state) ?? nothing;
        if (found.length === 0) return null;
        return DecorationSet.create(
          state.doc,
          found.map(({ from, to }, i) =>
            Decoration.inline(from, to, { class: i === current ? 'found current' : 'found' }),
          ),
        );
      },
    },
  });
}

export function setQuery(view: EditorView, query: string): void {
  view.dispatch(view.state.tr.setMeta(findKey, { query }));
  show(view, 0);
}

/** Goes to the next or the one before, round the end. */
export function step(view: EditorView, by: 1 | -1): void {
  const { found, current } = findKey.getState(view.state) ?? nothing;
  if (found.length > 0) show(view, (current + by + found.length) % found.length);
}

function show(view: EditorView, index: number): void {
  const at = findKey.getState(view.state)?.found[index];
  if (!at) return;
  const { tr } = view.state;
  tr.setSelection(TextSelection.create(tr.doc, at.from, at.to)).setMeta(findKey, { current: index });
  view.dispatch(tr);
  // The editor itself scrolls to the selection only while it has the focus, which is in the search field.
  const { node } = view.domAtPos(at.from);
  const element = node instanceof Element ? node : node.parentElement;
  element?.scrollIntoView?.({ block: 'center' });
}
