import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type DecorationAttrs, type EditorView } from '@tiptap/pm/view';
import { isItemId } from '@plenary/ground/text';
import type { Awareness } from 'y-protocols/awareness';
import type { TextBinding } from './binding.js';

/** How carets of others are drawn; `User` is what their presence says of them. */
export interface CaretLooks<User> {
  /** So many, the nearest; the rest is not drawn. */
  readonly most: number;
  /** `rests`: it has not moved for a while. */
  caret(user: User, rests: boolean): HTMLElement;
  selection(user: User): DecorationAttrs;
}

const key = new PluginKey<DecorationSet>('remote-carets');
/** Carets are drawn anew at most so often. Milliseconds. */
const drawnEvery = 100;
/** So long after it moved, a caret says whose it is. Milliseconds. */
const namedFor = 2_000;

/** Tells others where this person's caret stands, and draws theirs beside the letters that they stand behind. */
export function remoteCarets<User>(
  binding: TextBinding,
  awareness: Awareness,
  looks: CaretLooks<User>,
): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, before) {
        const drawn = transaction.getMeta(key) as DecorationSet | undefined;
        return drawn ?? (transaction.docChanged ? before.map(transaction.mapping, transaction.doc) : before);
      },
    },
    props: { decorations: (state: EditorState) => key.getState(state) },
    view: (view) => new CaretView(view, binding, awareness, looks),
  });
}

/** Where another's caret stands in this editor; null when it stands nowhere that is shown. */
export function positionOf(binding: TextBinding, state: Record<string, unknown> | undefined): number | null {
  const head = (state?.['cursor'] as { head?: unknown } | null | undefined)?.head;
  return isItemId(head) ? binding.posOf(head) : null;
}

interface Standing<User> {
  readonly rests: boolean;
  readonly client: number;
  readonly user: User;
  readonly head: number;
  readonly anchor: number;
}

class CaretView<User> {
  private due: ReturnType<typeof setTimeout> | null = null;
  /** Of each client, where its caret stood last, and since when. */
  private readonly moved = new Map<number, { cursor: string; at: number }>();
  private calm: ReturnType<typeof setTimeout> | null = null;
  private readonly offs: readonly (() => void)[];

  constructor(
    private readonly view: EditorView,
    private readonly binding: TextBinding,
    private readonly awareness: Awareness,
    private readonly looks: CaretLooks<User>,
  ) {
    const drawSoon = () => this.drawSoon();
    const tell = () => this.tell();
    awareness.on('change', drawSoon);
    view.dom.addEventListener('focusin', tell);
    view.dom.addEventListener('focusout', tell);
    this.offs = [
      () => awareness.off('change', drawSoon),
      () => view.dom.removeEventListener('focusin', tell),
      () => view.dom.removeEventListener('focusout', tell),
      binding.onDrawn(drawSoon),
    ];
    drawSoon();
  }

  update(view: EditorView, before: EditorState): void {
    if (!view.state.selection.eq(before.selection) || view.state.doc !== before.doc) this.tell();
  }

  destroy(): void {
    this.offs.forEach((off) => off());
    if (this.due) clearTimeout(this.due);
    if (this.calm) clearTimeout(this.calm);
  }

  /** Others see a caret as long as its owner is in the text. */
  private tell(): void {
    const { selection } = this.view.state;
    const [anchor, head] = [this.binding.caretOf(selection.anchor), this.binding.caretOf(selection.head)];
    const cursor = this.view.hasFocus() && anchor && head ? { anchor, head } : null;
    this.awareness.setLocalStateField('cursor', cursor);
  }

  private drawSoon(): void {
    this.due ??= setTimeout(() => {
      this.due = null;
      // Decorations beside what is composed would break the composition.
      if (this.view.composing) return this.drawSoon();
      this.draw();
    }, drawnEvery);
  }

  private draw(): void {
    if (this.view.isDestroyed) return;
    const { state } = this.view;
    const standing = this.nearest(state.selection.head);
    if (standing.length === 0 && key.getState(state) === DecorationSet.empty) return;
    if (standing.some(({ rests }) => !rests)) this.restLater();
    const decorations = standing.flatMap((each) => this.decorationsOf(each));
    const drawn = decorations.length > 0 ? DecorationSet.create(state.doc, decorations) : DecorationSet.empty;
    this.view.dispatch(state.tr.setMeta(key, drawn).setMeta('addToHistory', false));
  }

  private nearest(head: number): Standing<User>[] {
    const standing: Standing<User>[] = [];
    for (const [client, state] of this.awareness.getStates()) {
      if (client === this.awareness.clientID) continue;
      const at = positionOf(this.binding, state);
      const anchor = (state['cursor'] as { anchor?: unknown } | null)?.anchor;
      if (at === null || !state['user']) continue;
      const from = isItemId(anchor) ? this.binding.posOf(anchor) : null;
      const rests = this.rests(client, JSON.stringify(state['cursor']));
      standing.push({ client, user: state['user'] as User, head: at, anchor: from ?? at, rests });
    }
    const near = ({ head: at }: Standing<User>) => Math.abs(at - head);
    return standing.toSorted((one, other) => near(one) - near(other)).slice(0, this.looks.most);
  }

  /** It moved when its owner moved it, not when words in front of it did. */
  private rests(client: number, cursor: string): boolean {
    const now = performance.now();
    const before = this.moved.get(client);
    if (before?.cursor === cursor) return now - before.at >= namedFor;
    this.moved.set(client, { cursor, at: now });
    return false;
  }

  private restLater(): void {
    this.calm ??= setTimeout(() => {
      this.calm = null;
      this.drawSoon();
    }, namedFor);
  }

  private decorationsOf({ client, user, head, anchor, rests }: Standing<User>): Decoration[] {
    const caret = Decoration.widget(head, () => this.looks.caret(user, rests), {
      key: `caret-${client}-${rests ? 'rests' : 'moves'}`,
      side: 10,
    });
    if (head === anchor) return [caret];
    const [from, to] = [Math.min(head, anchor), Math.max(head, anchor)];
    return [caret, Decoration.inline(from, to, this.looks.selection(user))];
  }
}
