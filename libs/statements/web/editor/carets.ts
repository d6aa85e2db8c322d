import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { relativePositionToAbsolutePosition, yCursorPlugin, ySyncPluginKey } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

/** Carets drawn with a name; the others are counted in the list of people. */
export const mostCarets = 6;

interface CaretUser {
  readonly name: string;
  readonly organisation: string | null;
  readonly color: string;
}

function caret(user: CaretUser): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'caret';
  mark.style.setProperty('--caret', user.color);
  mark.setAttribute('aria-hidden', 'true');
  const name = document.createElement('span');
  name.className = 'caret-name';
  name.dir = 'auto';
  name.textContent = user.organisation ? `${user.name}, ${user.organisation}` : user.name;
  mark.append(name);
  return mark;
}

/** The nearest carets of others, each with name and organisation; calm with 200 people in the text. */
export const Carets = Extension.create<{ awareness: Awareness | null }>({
  name: 'carets',

  addOptions() {
    return { awareness: null };
  },

  addProseMirrorPlugins() {
    const { awareness } = this.options;
    if (!awareness) return [];
    const nearest = new NearestCarets(awareness);
    return [
      yCursorPlugin(awareness, {
        awarenessStateFilter: (own: number, other: number) => own !== other && nearest.has(other),
        cursorBuilder: caret,
        selectionBuilder: (user: CaretUser) => ({
          class: 'caret-selection',
          style: `--caret: ${user.color}`,
        }),
      }),
      new Plugin({
        view: () => ({
          update: (view) => nearest.look(view.state),
        }),
      }),
    ];
  },
});

/** Which carets are nearest to one's own; looked at again at most every quarter of a second. */
class NearestCarets {
  private nearest: ReadonlySet<number> = new Set();
  private lookedAt = 0;

  constructor(private readonly awareness: Awareness) {}

  has(client: number): boolean {
    return this.awareness.getStates().size <= mostCarets + 1 || this.nearest.has(client);
  }

  look(state: { selection: { head: number } }): void {
    const now = Date.now();
    if (now - this.lookedAt < 250 || this.awareness.getStates().size <= mostCarets + 1) return;
    this.lookedAt = now;
    const sync = ySyncPluginKey.getState(state as never) as SyncState | undefined;
    if (!sync?.binding) return;
    const distances = [...this.awareness.getStates()]
      .map(([client, each]) => ({ client, at: positionOf(each, sync) }))
      .filter((each): each is { client: number; at: number } => each.at !== null)
      .sort((a, b) => Math.abs(a.at - state.selection.head) - Math.abs(b.at - state.selection.head));
    this.nearest = new Set(distances.slice(0, mostCarets).map((each) => each.client));
  }
}

interface SyncState {
  readonly doc: Y.Doc;
  readonly type: Y.XmlFragment;
  readonly binding: { readonly mapping: never } | null;
}

/** Where a caret stands in this editor's text; null when it stands nowhere. */
export function positionOf(state: Record<string, unknown>, { doc, type, binding }: SyncState): number | null {
  const cursor = state['cursor'] as { head?: unknown } | null | undefined;
  if (!cursor?.head || !binding) return null;
  try {
    const head = Y.createRelativePositionFromJSON(cursor.head);
    return relativePositionToAbsolutePosition(doc, type, head, binding.mapping);
  } catch {
    // A position in a paragraph that this copy does not have yet.
    return null;
  }
}
