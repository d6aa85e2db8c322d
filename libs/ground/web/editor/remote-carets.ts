import { Plugin, PluginKey, TextSelection, type EditorState } from '@tiptap/pm/state';
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
/**
 * So long others wait for the caret of who types. On their pages it stands behind the characters that come, and moves
 * along with them; it is told at once when it is put elsewhere. Milliseconds.
 */
const toldEvery = 500;

/** Tells others where this person's caret stands, and draws theirs beside the characters that they stand behind. */
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
  private telling: ReturnType<typeof setTimeout> | null = null;
  /** How each caret looks; made once, since it is put in place anew at each key beside it. */
  private readonly shown = new Map<string, HTMLElement>();
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
    // The library makes this anew when any plugin comes or goes: what was still to be told then is told now.
    tell();
  }

  update(view: EditorView, before: EditorState): void {
    if (view.state.doc !== before.doc) this.telling ??= setTimeout(() => this.tell(), toldEvery);
    else if (!view.state.selection.eq(before.selection)) this.tell();
  }

  destroy(): void {
    this.offs.forEach((off) => off());
    if (this.due) clearTimeout(this.due);
    if (this.calm) clearTimeout(this.calm);
    if (this.telling) clearTimeout(this.telling);
  }

  /** Others see a caret as long as its owner is in the text. */
  private tell(): void {
    if (this.telling) clearTimeout(this.telling);
    this.telling = null;
    if (this.view.isDestroyed) return;
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
    for (const name of this.shown.keys())
      if (!standing.some((each) => nameOf(each) === name)) this.shown.delete(name);
    if (standing.some(({ rests }) => !rests)) this.restLater();
    if (isDrawn(standing, key.getState(state)!)) return;
    const decorations = standing.flatMap((each) => this.decorationsOf(each));
    const drawn = decorations.length > 0 ? DecorationSet.create(state.doc, decorations) : DecorationSet.empty;
    const { tr } = state;
    const own = this.binding.onScreen();
    if (own && !(own.anchor === state.selection.anchor && own.head === state.selection.head))
      tr.setSelection(TextSelection.between(state.doc.resolve(own.anchor), state.doc.resolve(own.head)));
    this.view.dispatch(tr.setMeta(key, drawn).setMeta('addToHistory', false));
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

  private look(each: Standing<User>): HTMLElement {
    const name = nameOf(each);
    const known = this.shown.get(name);
    if (known) return known;
    const made = this.looks.caret(each.user, each.rests);
    this.shown.set(name, made);
    return made;
  }

  private decorationsOf(each: Standing<User>): Decoration[] {
    const { user, head, anchor } = each;
    const caret = Decoration.widget(head, () => this.look(each), {
      key: nameOf(each),
      side: 10,
    });
    if (head === anchor) return [caret];
    const [from, to] = [Math.min(head, anchor), Math.max(head, anchor)];
    return [caret, Decoration.inline(from, to, this.looks.selection(user))];
  }
}

const nameOf = ({ client, rests }: Standing<unknown>): string =>
  `caret-${client}-${rests ? 'rests' : 'moves'}`;

/** A caret whose owner types moves with the characters: nothing has to be drawn for it. */
function isDrawn(standing: readonly Standing<unknown>[], drawn: DecorationSet): boolean {
  const carets = drawn.find();
  // Each is one decoration as long as nothing is selected.
  if (carets.length !== standing.length) return false;
  const places = new Map(carets.map(({ from, spec }) => [(spec as { key?: string }).key, from]));
  return standing.every((each) => each.head === each.anchor && places.get(nameOf(each)) === each.head);
}
