import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import {
  FlatText,
  LayerMarksReader,
  takeIn,
  type LayerMarks,
  type PageParagraph,
  type RemovedParagraph,
} from '@plenary/ground/text';
import { bindingIn } from '@plenary/ground/web/editor';
import { attributeNames } from '@plenary/statements/domain';
import type * as Y from 'yjs';
import { deletedMark, paragraphEndMark, removedBlock, type MarkWords } from './mark-looks';

interface Drawn {
  readonly marks: DecorationSet;
  /** Paragraphs, by their place, that a key was pressed in since they were read; `all` after anything else. */
  readonly unread: ReadonlySet<number> | 'all';
}

/** What was read of a paragraph, until something of it changes. */
interface Read {
  readonly paragraph: PageParagraph;
  readonly version: number;
  readonly marks: LayerMarks;
}

const key = new PluginKey<Drawn>('draft-marks');
/** What others delete in the text meanwhile is looked for in a pause. Milliseconds. */
const pause = 300;
/** After a composition its last characters may still be on their way. Milliseconds. */
const settles = 100;

/**
 * Shows in the copy in which a suggestion is written what it would do to the text: its own words are underlined, those
 * that it deletes stand struck through where they were. A key reads the paragraph in which it was pressed.
 */
export function draftMarks(
  text: Y.Doc,
  client: number,
  words: MarkWords,
  /** Of who writes. */
  colour?: string,
): Plugin<Drawn> {
  return new Plugin<Drawn>({
    key,
    state: {
      init: () => ({ marks: DecorationSet.empty, unread: 'all' }),
      apply(transaction, before) {
        const drawn = transaction.getMeta(key) as DecorationSet | undefined;
        if (drawn) return { marks: drawn, unread: new Set() };
        if (!transaction.docChanged) return before;
        const marks = before.marks.map(transaction.mapping, transaction.doc);
        return { marks, unread: unreadAfter(before.unread, transaction) };
      },
    },
    props: {
      decorations: (state: EditorState) => key.getState(state)?.marks,
      attributes: colour ? { style: `--by: ${colour}` } : {},
    },
    view: (view) => new MarksView(view, text, client, words),
  });
}

/** A key changes one paragraph, and moves no other. */
function unreadAfter(before: Drawn['unread'], { mapping, doc, docs }: Transaction): Drawn['unread'] {
  if (before === 'all' || docs.some((each) => each.childCount !== doc.childCount)) return 'all';
  const found = new Set(before);
  let within = true;
  mapping.maps.forEach((map, at) => {
    const later = mapping.slice(at + 1);
    let moves = false;
    map.forEach((_from, _to, begin, end) => {
      moves = true;
      const [from, to] = [doc.resolve(later.map(begin, -1)), doc.resolve(later.map(end, 1))];
      if (from.depth === 0 || !from.sameParent(to)) within = false;
      else found.add(from.index(0));
    });
    // A format or an attribute leaves every place where it is.
    if (!moves) within = false;
  });
  return within ? found : 'all';
}

class MarksView {
  private readonly base: FlatText;
  private read = new Map<string, Read>();
  private isDue = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly follow: (transaction: Y.Transaction) => void;
  private readonly onComposed = () => void setTimeout(() => this.look(), settles);

  constructor(
    private readonly view: EditorView,
    private readonly text: Y.Doc,
    private readonly client: number,
    private readonly words: MarkWords,
  ) {
    this.base = new FlatText(text);
    this.follow = (transaction) => {
      const { paragraphs, order } = takeIn(this.base, transaction);
      if (paragraphs.size > 0 || order) this.lookAnew();
    };
    text.on('afterTransaction', this.follow);
    view.dom.addEventListener('compositionend', this.onComposed);
    this.soon();
  }

  update(view: EditorView, before: EditorState): void {
    if (view.state.doc !== before.doc) this.soon();
  }

  destroy(): void {
    this.text.off('afterTransaction', this.follow);
    this.view.dom.removeEventListener('compositionend', this.onComposed);
    if (this.timer !== null) clearTimeout(this.timer);
  }

  /** Once the copy has what was done in the editor. */
  private soon(): void {
    if (this.isDue) return;
    this.isDue = true;
    queueMicrotask(() => {
      this.isDue = false;
      this.look();
    });
  }

  /** The text has changed: what the suggestion deletes may be gone. */
  private lookAnew(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.read.clear();
      this.look(true);
    }, pause);
  }

  private look(all = false): void {
    const { view } = this;
    const binding = view.isDestroyed ? null : bindingIn(view.state);
    // Decorations beside what is composed would break the composition.
    if (!binding || view.composing) return;
    const { text: fork } = binding;
    const { doc } = view.state;
    const { marks, unread } = key.getState(view.state)!;
    if (doc.childCount !== fork.page.length) return;
    const reader = new LayerMarksReader(this.base, fork, this.client, attributeNames);
    if (all || unread === 'all') return this.show(DecorationSet.create(doc, this.allOf(reader, fork, doc)));
    let now = marks;
    for (const index of unread) now = this.ofOne(now, reader, fork.page[index]!, doc, index);
    if (now !== marks) this.show(now);
  }

  private show(marks: DecorationSet): void {
    const before = key.getState(this.view.state)!;
    if (before.unread !== 'all' && same(before.marks.find(), marks.find())) return;
    this.view.dispatch(this.view.state.tr.setMeta(key, marks).setMeta('addToHistory', false));
  }

  private ofOne(
    marks: DecorationSet,
    reader: LayerMarksReader,
    paragraph: PageParagraph,
    doc: Node,
    index: number,
  ): DecorationSet {
    const pos = positionOf(doc, index);
    const wanted = decorationsOf(this.marksOf(reader, paragraph), pos, doc.child(index), this.words);
    const shown = marks.find(pos, pos + doc.child(index).nodeSize, ({ kind }) => kind !== 'removed');
    const own = shown.filter(({ from, to }) => from >= pos && to <= pos + doc.child(index).nodeSize);
    return same(own, wanted) ? marks : marks.remove(own).add(doc, wanted);
  }

  private allOf(reader: LayerMarksReader, fork: FlatText, doc: Node): Decoration[] {
    const found: Decoration[] = [];
    const before = this.read;
    const places = new Map<string, number>();
    this.read = new Map();
    doc.forEach((node, pos, index) => {
      const paragraph = fork.page[index]!;
      places.set(paragraph.id, pos + node.nodeSize);
      found.push(...decorationsOf(this.marksOf(reader, paragraph, before), pos, node, this.words));
    });
    for (const removed of reader.removed()) {
      const pos = removed.behind === null ? 0 : places.get(removed.behind);
      if (pos !== undefined) found.push(removedWidget(removed, pos, this.words));
    }
    return found;
  }

  private marksOf(reader: LayerMarksReader, paragraph: PageParagraph, before = this.read): LayerMarks {
    const known = before.get(paragraph.id);
    const isSame = known?.paragraph === paragraph && known.version === paragraph.version;
    const marks = isSame ? known.marks : reader.marksIn(paragraph);
    this.read.set(paragraph.id, { paragraph, version: paragraph.version, marks });
    return marks;
  }
}

function decorationsOf(marks: LayerMarks, pos: number, node: Node, words: MarkWords): Decoration[] {
  const at = (offset: number) => pos + 1 + Math.min(offset, node.content.size);
  const found: Decoration[] = [];
  const { inserted, deleted, formatted, joined, isNew, isMoved, attributes } = marks;
  for (const { from, to } of inserted) {
    const look = { nodeName: 'ins', class: 'suggested-in' };
    found.push(Decoration.inline(at(from), at(to), look, spec('inserted', '', { inclusiveEnd: true })));
  }
  for (const { from, to } of formatted) {
    const look = { class: 'suggested-look', title: words.formatted };
    found.push(Decoration.inline(at(from), at(to), look, spec('formatted', '')));
  }
  for (const { at: offset, text } of deleted) {
    // What makes way stands in front of what takes its place.
    const place = inserted.find(({ to }) => to === offset)?.from ?? offset;
    const mark = () => deletedMark(text, words);
    found.push(
      Decoration.widget(at(place), mark, spec('deleted', text, { side: -1, ignoreSelection: true })),
    );
  }
  for (const offset of joined)
    found.push(
      Decoration.widget(
        at(offset),
        () => paragraphEndMark(words),
        spec('joined', '', { side: -1, ignoreSelection: true }),
      ),
    );
  const said = [
    ...(isNew ? [words.newParagraph] : []),
    ...(isMoved ? [words.moved] : []),
    ...attributes.map((name) => words.attribute(name)),
  ];
  if (said.length > 0) {
    const look = {
      class: 'suggested-paragraph',
      'data-suggested': said.join(' · '),
      title: said.join(' · '),
    };
    found.push(Decoration.node(pos, pos + node.nodeSize, look, spec('paragraph', said.join())));
  }
  return found;
}

const removedWidget = ({ id, text }: RemovedParagraph, pos: number, words: MarkWords): Decoration =>
  Decoration.widget(pos, () => removedBlock(text, words), spec('removed', `${id} ${text}`, { side: 1 }));

/** By its key a widget is known to be the same, and left as it is on the screen. */
const spec = (kind: string, text: string, more: object = {}) => ({
  kind,
  text,
  key: `${kind} ${text}`,
  ...more,
});

const positionOf = (doc: Node, index: number): number => {
  let pos = 0;
  for (let at = 0; at < index; at++) pos += doc.child(at).nodeSize;
  return pos;
};

function same(one: readonly Decoration[], other: readonly Decoration[]): boolean {
  const sign = ({ from, to, spec: { kind, text } }: Decoration) => `${from} ${to} ${kind} ${text}`;
  const [signs, others] = [one.map(sign).sort(), other.map(sign).sort()];
  return signs.length === others.length && signs.every((each, at) => each === others[at]);
}
