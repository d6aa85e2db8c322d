import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type DecorationAttrs, type EditorView } from '@tiptap/pm/view';
import {
  anchorStateOf,
  passagesOf,
  type Anchor,
  type AnchorPrint,
  type AnchorState,
  type FlatText,
} from '@plenary/ground/text';
import type { TextBinding } from './binding.js';
import { bindingIn } from './text-plugin.js';

/** Something that is said of a passage of the text: a comment, a suggestion, a position. */
export interface Anchored {
  readonly id: string;
  readonly anchor: Anchor;
  /** What it covered, and where that stood. */
  readonly print: AnchorPrint;
}

/** Where a passage stands in the text, as it was last read. */
export interface AnchoredPlace {
  readonly state: AnchorState;
  /** In the order of the page; empty when it is gone. */
  readonly parts: readonly AnchoredPart[];
}

export interface AnchoredPart {
  readonly paragraphId: string;
  /** In UTF-16 units from the beginning of the paragraph; an embed counts one. */
  readonly from: number;
  readonly to: number;
}

/** What is drawn, and where the text has changed since it was last read. */
interface Drawn {
  readonly marks: DecorationSet;
  readonly changed: { readonly from: number; readonly to: number } | null;
}

/** Passages are read anew once keys have ended for so long, or have gone on for so long. Milliseconds. */
const [pause, latest] = [200, 1_000];

/**
 * Shows passages in an editor: as decorations, never as marks in the text. Keys move them along; what of them changed
 * is read from the text a moment later, and nothing else of it. Whoever shows something of the kind makes one of these,
 * puts its `plugin` into the editor, and tells it what there is.
 */
export class AnchoredPassages<Thing extends Anchored> {
  readonly plugin: Plugin<Drawn>;
  private readonly key: PluginKey<Drawn>;
  private things = new Map<string, Thing>();
  private places = new Map<string, AnchoredPlace>();
  private view: EditorView | null = null;
  private due: ReturnType<typeof setTimeout> | null = null;
  private since = 0;
  private readonly listeners = new Set<() => void>();
  private readonly unread = new Set<string>();

  /** `look` says how a passage is drawn at present, or that it is not (null). */
  constructor(
    name: string,
    private readonly look: (thing: Thing, place: AnchoredPlace) => DecorationAttrs | null,
  ) {
    const key = new PluginKey<Drawn>(name);
    this.key = key;
    this.plugin = new Plugin<Drawn>({
      key,
      state: {
        init: () => ({ marks: DecorationSet.empty, changed: null }),
        apply: (transaction, before) =>
          (transaction.getMeta(key) as Drawn | undefined) ?? follow(before, transaction),
      },
      props: { decorations: (state: EditorState) => key.getState(state)?.marks },
      view: (view) => {
        this.view = view;
        this.soon(0);
        return {
          update: (now, before) => {
            if (now.state.doc !== before.doc) this.soon(pause);
          },
          destroy: () => {
            if (this.due !== null) clearTimeout(this.due);
            this.view = this.due = null;
          },
        };
      },
    });
  }

  /** All that there is now. What is the same as before keeps its place. */
  set(things: readonly Thing[]): void {
    const before = this.things;
    this.things = new Map(things.map((each) => [each.id, each]));
    for (const id of before.keys()) if (!this.things.has(id)) this.places.delete(id);
    for (const { id, anchor } of things) {
      if (before.get(id)?.anchor === anchor) continue;
      this.places.delete(id);
      this.unread.add(id);
    }
    this.read();
  }

  /** Null until it was read. */
  placeOf = (id: string): AnchoredPlace | null => this.places.get(id) ?? null;

  /** Told when passages came, went, or stand otherwise than before. */
  onPlaced = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** What is drawn at a place in the editor, the shortest passage first. */
  at(pos: number): readonly Thing[] {
    const { view } = this;
    const marks = view ? this.key.getState(view.state)!.marks.find(pos, pos) : [];
    const length = ({ from, to }: Decoration) => to - from;
    return marks
      .toSorted((one, other) => length(one) - length(other))
      .flatMap((mark) => this.things.get(idOf(mark)) ?? []);
  }

  /** Where the first part of a passage begins in the editor; null for what is gone. */
  positionOf(id: string): number | null {
    const [part] = this.places.get(id)?.parts ?? [];
    const text = this.view && bindingIn(this.view.state)?.text;
    const index = part && text ? text.indexOf(part.paragraphId) : undefined;
    return index === undefined || !part ? null : beginOf(this.view!.state.doc, index) + part.from;
  }

  /** Looks at these, or at all, have changed. */
  redraw(ids: Iterable<string> = this.things.keys()): void {
    this.draw([...ids]);
  }

  private soon(wait: number): void {
    const now = performance.now();
    if (this.due === null) this.since = now;
    else if (now - this.since > latest) return;
    else clearTimeout(this.due);
    this.due = setTimeout(() => {
      this.due = null;
      this.read();
    }, wait);
  }

  /** Reads the passages that something happened to, and draws them. */
  private read(): void {
    const { view } = this;
    const binding = view && bindingIn(view.state);
    if (!view || !binding || this.things.size === 0 || view.state.doc.childCount === 0) return this.clear();
    // Decorations beside what is composed would break the composition, and the text runs ahead of the page meanwhile.
    if (view.composing || !isInStep(view.state, binding)) return this.soon(pause);
    const { text } = binding;
    const ids = [...this.things.keys()].filter(this.isAffected(view.state, text));
    this.unread.clear();
    let isOther = false;
    for (const id of ids) {
      const place = placeIn(text, this.things.get(id)!);
      isOther ||= !isSame(this.places.get(id), place);
      this.places.set(id, place);
    }
    this.draw(ids);
    if (isOther) this.listeners.forEach((tell) => tell());
  }

  private clear(): void {
    if (this.view && this.key.getState(this.view.state)!.marks !== DecorationSet.empty) this.draw([]);
  }

  /** Which passages may stand otherwise: those in paragraphs that changed or went, and those that may have come back. */
  private isAffected({ doc }: EditorState, text: FlatText): (id: string) => boolean {
    const { changed } = this.key.getState(this.view!.state)!;
    const touched = new Set<string>();
    if (changed) {
      const last = doc.resolve(Math.min(changed.to, doc.content.size)).index(0);
      for (let at = doc.resolve(Math.min(changed.from, doc.content.size)).index(0); at <= last; at++)
        if (text.page[at]) touched.add(text.page[at]!.id);
    }
    return (id) => {
      const parts = this.places.get(id)?.parts;
      if (!parts || this.unread.has(id)) return true;
      if (!changed) return false;
      return (
        parts.length === 0 ||
        parts.some((part) => touched.has(part.paragraphId) || text.indexOf(part.paragraphId) === undefined)
      );
    };
  }

  private draw(ids: readonly string[]): void {
    const { view } = this;
    if (!view || view.isDestroyed) return;
    const { doc } = view.state;
    const text = bindingIn(view.state)?.text;
    const { marks: before, changed } = this.key.getState(view.state)!;
    const anew = new Set(ids);
    const old = before.find(undefined, undefined, ({ id }) => anew.has(id as string) || !this.things.has(id));
    const wanted = text ? ids.flatMap((id) => this.marksOf(this.things.get(id), doc, text)) : [];
    if (old.length === 0 && wanted.length === 0 && !changed) return;
    const marks = before.remove(old).add(doc, wanted);
    const drawn: Drawn = { marks, changed: null };
    view.dispatch(view.state.tr.setMeta(this.key, drawn).setMeta('addToHistory', false));
  }

  private marksOf(thing: Thing | undefined, doc: EditorState['doc'], text: FlatText): Decoration[] {
    const place = thing && this.places.get(thing.id);
    const attributes = place ? this.look(thing, place) : null;
    if (!attributes || !place || !thing) return [];
    return place.parts.flatMap(({ paragraphId, from, to }) => {
      const index = text.indexOf(paragraphId);
      if (index === undefined || doc.maybeChild(index)?.attrs['id'] !== paragraphId) return [];
      const begin = beginOf(doc, index);
      return Decoration.inline(begin + from, begin + to, attributes, { id: thing.id });
    });
  }
}

/** Decorations are moved along, and it is remembered between which places the text has changed. */
function follow({ marks, changed }: Drawn, { docChanged, mapping, doc }: Transaction): Drawn {
  if (!docChanged) return { marks, changed };
  let from = changed ? mapping.map(changed.from, -1) : Infinity;
  let to = changed ? mapping.map(changed.to, 1) : -Infinity;
  mapping.maps.forEach((map, at) => {
    const later = mapping.slice(at + 1);
    map.forEach((_from, _to, begin, end) => {
      from = Math.min(from, later.map(begin, -1));
      to = Math.max(to, later.map(end, 1));
    });
  });
  return { marks: marks.map(mapping, doc), changed: from <= to ? { from, to } : null };
}

const placeIn = (text: FlatText, { anchor, print }: Anchored): AnchoredPlace => ({
  state: anchorStateOf(text, anchor, print),
  parts: passagesOf(text, anchor).map(({ paragraph, from, to }) => ({ paragraphId: paragraph.id, from, to })),
});

/** The editor shows the text as it is: not while something of it is held back, or on its way. */
const isInStep = ({ doc }: EditorState, { text }: TextBinding): boolean =>
  doc.childCount === text.page.length && doc.content.size > 0;

/** The place of a paragraph's first character. */
function beginOf(doc: EditorState['doc'], index: number): number {
  let pos = 1;
  for (let at = 0; at < index; at++) pos += doc.child(at).nodeSize;
  return pos;
}

const idOf = (mark: Decoration): string => (mark.spec as { id: string }).id;

const isSame = (one: AnchoredPlace | undefined, other: AnchoredPlace): boolean =>
  one?.state === other.state && JSON.stringify(one.parts) === JSON.stringify(other.parts);
