import { AnchoredPassages, bindingIn, type Anchored, type AnchoredPlace } from '@plenary/ground/web/editor';
import { anchorOf, printOf, type Anchor, type FlatText } from '@plenary/ground/text';
import { commentLimits, type PlaceKind, type ThreadPlaceView } from '@plenary/comments/domain';
import { selectedIn } from '@plenary/statements/web/parts';
import type { EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { useSyncExternalStore } from 'react';

/** What a thread is going to be about. */
export interface BegunPlace {
  readonly kind: PlaceKind;
  readonly paragraphId: string | null;
  readonly anchor: Anchor | null;
  /** With kind `suggestion`. */
  readonly suggestionId?: string;
  readonly quote: string;
}

interface Marked extends Anchored {
  readonly isResolved: boolean;
  readonly isUnread: boolean;
  readonly isDraft: boolean;
}

/** What is open beside one text. */
export interface BesideState {
  /** Of a thread that is open. */
  readonly chosen: string | null;
  /** The thread that is being written. */
  readonly begins: BegunPlace | null;
  /** On a narrow screen: the paragraph whose threads are shown. */
  readonly paragraph: string | null;
  /** Grows when somebody asked to see what is chosen or begun. */
  readonly asked: number;
  /** Grows when passages stand otherwise than before. */
  readonly placed: number;
}

const draftId = 'draft';

/** What the parts of the filling share about one text: what is open, and where its threads stand. */
export class Beside {
  readonly passages: AnchoredPassages<Marked>;
  private now: BesideState = { chosen: null, begins: null, paragraph: null, asked: 0, placed: 0 };
  private marked: readonly Marked[] = [];
  /** The passage that a thread is begun on; once it was sent, until the thread is known by its own id. */
  private draft: (Marked & { sentAs: string | null }) | null = null;
  private readonly marks = new WeakMap<ThreadPlaceView, Marked>();
  private readonly listeners = new Set<() => void>();
  /** Where the focus came from, and goes back to. */
  private from: HTMLElement | null = null;

  constructor() {
    this.passages = new AnchoredPassages<Marked>('threads', (thread, place) => this.looks(thread, place));
    this.passages.onPlaced(() => this.change({ placed: this.now.placed + 1 }));
  }

  get state(): BesideState {
    return this.now;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** All threads that there are, and those of passages that were not sent yet. */
  show(threads: readonly ThreadPlaceView[]): void {
    this.marked = threads.flatMap((each) => this.markOf(each) ?? []);
    if (this.draft?.sentAs && threads.some(({ id }) => id === this.draft!.sentAs)) this.draft = null;
    this.tellPassages();
  }

  /** Opens a thread, to be seen and read. */
  open(id: string, paragraph: string | null = null): void {
    this.keepFocus();
    this.choose({ chosen: id, paragraph, begins: null, asked: this.now.asked + 1 });
  }

  /** Chosen without being asked for: by a click into its passage. */
  point(id: string | null): void {
    this.from = null;
    if (id !== this.now.chosen) this.choose({ chosen: id });
  }

  openParagraph(paragraph: string): void {
    this.keepFocus();
    this.choose({ chosen: null, paragraph, begins: null, asked: this.now.asked + 1 });
  }

  begin(place: BegunPlace, text: FlatText | null): void {
    this.keepFocus();
    const { anchor } = place;
    const print = anchor && text ? printOf(text, anchor) : null;
    this.draft =
      anchor && print
        ? { id: draftId, anchor, print, isResolved: false, isUnread: false, isDraft: true, sentAs: null }
        : null;
    this.tellPassages();
    this.choose({ begins: place, chosen: null, asked: this.now.asked + 1 });
  }

  /** What was begun was sent, as this thread; who wrote it goes on where they were. */
  sent(id: string): void {
    if (this.draft) this.draft = { ...this.draft, sentAs: id };
    this.choose({ begins: null, chosen: id });
    this.giveFocusBack();
  }

  /** Closes what is open; the focus goes back to where it came from. False where it came from nowhere. */
  close(): boolean {
    this.draft = null;
    this.tellPassages();
    this.choose({ chosen: null, begins: null, paragraph: null });
    return this.giveFocusBack();
  }

  private giveFocusBack(): boolean {
    const { from } = this;
    this.from = null;
    if (!from?.isConnected) return false;
    from.focus({ preventScroll: true });
    return true;
  }

  private keepFocus(): void {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && activeElement !== document.body) this.from = activeElement;
  }

  private choose(changed: Partial<BesideState>): void {
    const before = this.now.chosen;
    this.change(changed);
    const both = [before, this.now.chosen].filter((id) => id !== null);
    if (before !== this.now.chosen) this.passages.redraw(both);
  }

  private change(changed: Partial<BesideState>): void {
    this.now = { ...this.now, ...changed };
    this.listeners.forEach((tell) => tell());
  }

  private tellPassages(): void {
    this.passages.set(this.draft ? [...this.marked, this.draft] : this.marked);
  }

  /** The same for the same thread, so that its passage is read once. */
  private markOf(thread: ThreadPlaceView): Marked | null {
    const { id, isResolved, unreadCount, place } = thread;
    const { anchor, print } = place;
    if (!anchor || !print) return null;
    const known = this.marks.get(thread);
    if (known) return known;
    const made = { id, anchor, print, isResolved, isUnread: unreadCount > 0, isDraft: false };
    this.marks.set(thread, made);
    return made;
  }

  private looks({ id, isResolved, isDraft }: Marked, { state }: AnchoredPlace) {
    const isChosen = id === this.now.chosen || isDraft;
    if (isResolved && !isChosen) return null;
    const classes = [
      'commented',
      ...(isChosen ? ['chosen'] : []),
      ...(state === 'changed' ? ['changed'] : []),
    ];
    return { class: classes.join(' ') };
  }
}

export function useBeside<Value>(beside: Beside, read: (state: BesideState) => Value): Value {
  return useSyncExternalStore(beside.subscribe, () => read(beside.state));
}

/** What somebody would comment on: the selected passage, else the paragraph with the caret, else the statement. */
export function placeUnderHand(view: EditorView): BegunPlace {
  const { state } = view;
  const range = selectedIn(view);
  const text = bindingIn(state)?.text;
  const nowhere = { kind: 'statement', paragraphId: null, anchor: null, quote: '' } as const;
  if (!range || !text) return nowhere;
  const [from, to] = [textPlace(state, text, range.from), textPlace(state, text, range.to)];
  if (!from || !to) return nowhere;
  const paragraphId = from.paragraph.id;
  const anchor = range.from < range.to ? anchorOf(text, from, to) : [];
  if (anchor.length > 0) {
    const quote = state.doc.textBetween(range.from, range.to, ' ', ' ');
    return { kind: 'passage', paragraphId, anchor, quote: shortened(quote) };
  }
  return { kind: 'paragraph', paragraphId, anchor: null, quote: shortened(from.paragraph.text) };
}

const shortened = (words: string): string =>
  words.replace(/\s+/g, ' ').trim().slice(0, commentLimits.quoteLength);

function textPlace({ doc }: EditorState, text: FlatText, pos: number) {
  const $pos = doc.resolve(pos);
  const paragraph = $pos.depth > 0 ? text.page[$pos.index(0)] : undefined;
  if (!paragraph || paragraph.id !== $pos.parent.attrs['id']) return null;
  return { paragraph, offset: Math.min($pos.parentOffset, paragraph.length) };
}
