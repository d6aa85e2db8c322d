import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Selection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import {
  caretAt,
  closedFormats,
  FlatText,
  placeOfCaret,
  takeIn,
  TextEdit,
  TextUndo,
  type ItemId,
  type TextChange,
  type TextRules,
} from '@plenary/ground/text';
import type * as Y from 'yjs';
import { drawChanged, drawOrder } from './drawing.js';
import { cutsSign } from './inlines.js';
import { LocalActs } from './local-acts.js';
import { OutsideActs } from './outside-acts.js';
import { PageNodes } from './page-nodes.js';
import { HeldParagraph } from './target.js';

/** Marks transactions that show what the text is already. */
export const fromText = 'from-text';

/** A selection by the characters that it stands behind. */
interface Kept {
  readonly anchor: ItemId;
  readonly head: ItemId;
}

/** After a composition has ended, its last characters may still be on their way from the browser. Milliseconds. */
const settlesWithin = 60;

/**
 * Keeps an editor and a text in step. What somebody does in the editor becomes acts on the text; what comes from
 * elsewhere is drawn where it changed something, and carets stay behind their characters. It is thin on purpose: the
 * page and its order are the text's.
 */
export class TextBinding {
  readonly text: FlatText;
  readonly undoing: TextUndo;
  /** What was done to the text from here by another road: in the same order of undoing. */
  readonly outside: OutsideActs;
  private nodes: PageNodes | null = null;
  private readonly origin = this;
  private view: EditorView | null = null;
  private held: HeldParagraph | null = null;
  private caret: Kept | null = null;
  private before: Kept | null = null;
  private settle: ReturnType<typeof setTimeout> | null = null;
  private isDue = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly doc: Y.Doc,
    private readonly rules: TextRules,
  ) {
    this.text = new FlatText(doc);
    this.undoing = new TextUndo(doc, this.origin);
    this.outside = new OutsideActs(this.undoing, this.origin);
    this.undoing.manager.on('stack-item-added', ({ stackItem }) => {
      stackItem.meta.set('selection', this.before ?? this.kept());
    });
  }

  /** An editor shows the text from now on. */
  attach(view: EditorView): void {
    this.view = view;
    this.nodes = new PageNodes(this.text, view.state.schema, this.rules.usual);
    // What came while no editor looked is read now.
    this.text.readAll();
    this.doc.on('beforeTransaction', this.onBefore);
    this.doc.on('afterTransaction', this.onAfter);
    this.drawSoon();
  }

  detach(): void {
    this.doc.off('beforeTransaction', this.onBefore);
    this.doc.off('afterTransaction', this.onAfter);
    if (this.settle) clearTimeout(this.settle);
    this.held = null;
    this.view = null;
  }

  /** Told after each change that came from elsewhere was drawn, for what follows from places in the text. */
  onDrawn(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Writes what was done in the editor into the text. */
  take(transactions: readonly Transaction[], before: EditorState): void {
    this.before = this.keptIn(before.selection);
    const typing = isTyping(transactions);
    // Characters in a row are one act; everything else is one by itself.
    if (!typing) this.undoing.stopCapturing();
    this.doc.transact((transaction) => {
      const edit = new TextEdit(this.text, transaction, closedFormats(this.rules));
      const acts = new LocalActs(this.text, edit, this.rules, this.held);
      for (const each of transactions) {
        each.steps.forEach((step, at) => acts.take(step, each.docs[at]!, each.docs[at + 1] ?? each.doc));
      }
    }, this.origin);
    this.before = null;
    if (!typing) {
      this.undoing.stopCapturing();
      this.drawSoon();
    } else if (!this.held) this.keepTyped();
  }

  /** Puts a paragraph behind another, or in front of all; it stays itself. */
  move(id: string, behind: string | null): boolean {
    const paragraph = this.text.paragraph(id);
    const target = behind === null ? null : this.text.paragraph(behind);
    if (!paragraph || target === undefined || paragraph === target) return false;
    const kept = this.kept();
    this.before = kept;
    this.undoing.stopCapturing();
    this.doc.transact((transaction) => {
      new TextEdit(this.text, transaction, closedFormats(this.rules)).move(paragraph, target);
    }, this.origin);
    this.undoing.stopCapturing();
    this.before = null;
    this.draw({ paragraphs: new Set([id]), order: true }, kept);
    return true;
  }

  undo(): boolean {
    if (this.outside.undo()) return true;
    return this.goBack(
      () => this.undoing.undo(),
      this.undoing.manager.undoStack,
      this.undoing.manager.redoStack,
    );
  }

  redo(): boolean {
    if (this.outside.redo()) return true;
    return this.goBack(
      () => this.undoing.redo(),
      this.undoing.manager.redoStack,
      this.undoing.manager.undoStack,
    );
  }

  /** The character behind which a place in the editor stands; null where the editor shows none. */
  caretOf(pos: number): ItemId | null {
    const { view } = this;
    if (!view) return null;
    const $pos = view.state.doc.resolve(Math.min(pos, view.state.doc.content.size));
    if ($pos.depth === 0) return null;
    const offset = $pos.parentOffset;
    if (this.held && $pos.parent.attrs['id'] === this.held.id) return this.held.before(offset);
    const paragraph = this.held
      ? this.text.holderOf(String($pos.parent.attrs['id']))
      : this.text.page[$pos.index(0)];
    return paragraph ? caretAt({ paragraph, offset }) : null;
  }

  /** Where a caret stands in the editor; null when it stands nowhere that is shown. */
  posOf(caret: ItemId): number | null {
    const place = this.view && !this.held ? placeOfCaret(this.text, caret) : null;
    const index = place ? this.text.indexOf(place.paragraph.id) : undefined;
    const { doc } = this.view?.state ?? {};
    if (!place || index === undefined || !doc || index >= doc.childCount) return null;
    let pos = 0;
    for (let at = 0; at < index; at++) pos += doc.child(at).nodeSize;
    return pos + 1 + Math.min(place.offset, doc.child(index).content.size);
  }

  /** Keeps the selection by its characters; answers where it is later, null when it stands nowhere that is shown. */
  keepSelection(): () => Selection | null {
    const kept = this.kept();
    return () => (kept && this.view && !this.held ? this.selectionOf(kept, this.view.state.doc) : null);
  }

  /**
   * Where the browser has the caret: a click or an arrow key reaches the editor only with a later turn of the page. What
   * changes the editor in between takes it along, or the caret would jump back. Null where it is not in the text.
   */
  onScreen(): Pick<Selection, 'anchor' | 'head'> | null {
    const { view } = this;
    if (!view?.hasFocus() || view.composing || !(view.state.selection instanceof TextSelection)) return null;
    const { anchorNode, anchorOffset, focusNode, focusOffset } = view.dom.ownerDocument.getSelection() ?? {};
    if (!anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode))
      return null;
    const anchor = view.posAtDOM(anchorNode, anchorOffset!);
    const head = view.posAtDOM(focusNode, focusOffset!);
    return anchor < 0 || head < 0 ? null : { anchor, head };
  }

  /** Draws everything anew, for instance after a listener failed. */
  redraw(): void {
    this.held = null;
    this.text.readAll();
    this.draw({ paragraphs: new Set(), order: true }, null);
  }

  /** A composition ended: what was held back is drawn as soon as its last characters are in. */
  composed(): void {
    if (this.settle) clearTimeout(this.settle);
    this.settle = setTimeout(() => {
      this.settle = null;
      if (this.held && !this.view?.composing) this.release();
    }, settlesWithin);
  }

  private readonly onBefore = ({ origin }: Y.Transaction): void => {
    if (origin === this.origin || !this.view) return;
    this.caret = this.keptOnScreen() ?? this.kept();
    if (!this.view.composing || this.held) return;
    // What is composed in is held back before the change, while it is still as the editor shows it.
    const paragraph = this.text.page[this.view.state.selection.$head.index(0)];
    this.composing = paragraph
      ? new HeldParagraph(paragraph.id, paragraph.chain.head.birth, paragraph)
      : null;
  };

  private composing: HeldParagraph | null = null;

  private readonly onAfter = (transaction: Y.Transaction): void => {
    const change = takeIn(this.text, transaction);
    if (transaction.origin === this.origin || !this.view) return;
    const { composing } = this;
    this.composing = null;
    if (composing && (change.order || change.paragraphs.has(composing.id))) this.held = composing;
    if (this.held) return;
    if (change.order || change.paragraphs.size > 0) this.draw(change, this.caret);
  };

  private release(): void {
    const { selection } = this.view!.state;
    const kept = this.keptIn(selection);
    this.held = null;
    this.draw({ paragraphs: new Set(), order: true }, kept);
  }

  private goBack(
    act: () => boolean,
    from: readonly { meta: Map<unknown, unknown> }[],
    to: readonly { meta: Map<unknown, unknown> }[],
  ): boolean {
    const kept = from.at(-1)?.meta.get('selection') as Kept | undefined;
    this.before = this.kept();
    const done = act();
    to.at(-1)?.meta.set('selection', this.before);
    this.before = null;
    const { view } = this;
    if (done && kept && view) {
      const selection = this.selectionOf(kept, view.state.doc);
      if (selection)
        view.dispatch(view.state.tr.setSelection(selection).setMeta(fromText, true).scrollIntoView());
    }
    return done;
  }

  private draw(change: TextChange, kept: Kept | null): void {
    const { view, text } = this;
    if (!view || text.page.length === 0) return;
    const { tr } = view.state;
    if (change.order || !drawChanged(tr, text, this.nodes!, change.paragraphs))
      drawOrder(tr, text, this.nodes!);
    if (!tr.docChanged) return this.listeners.forEach((tell) => tell());
    const { selection, storedMarks } = view.state;
    const stands = kept && selection instanceof TextSelection ? this.selectionOf(kept, tr.doc) : null;
    if (stands && !stands.eq(tr.selection)) tr.setSelection(stands);
    if (storedMarks) tr.setStoredMarks(storedMarks);
    view.dispatch(tr.setMeta(fromText, true).setMeta('addToHistory', false));
    this.listeners.forEach((tell) => tell());
  }

  /** Once the editor has finished with what it is doing. */
  private drawSoon(): void {
    if (this.isDue) return;
    this.isDue = true;
    queueMicrotask(() => {
      this.isDue = false;
      if (this.view && !this.held) this.draw({ paragraphs: new Set(), order: true }, null);
    });
  }

  /** The editor shows already what was just typed. */
  private keepTyped(): void {
    const { state } = this.view!;
    const index = state.selection.$head.index(0);
    const paragraph = this.text.page[index];
    const node = state.doc.maybeChild(index);
    const shows = node?.attrs['id'] === paragraph?.id && node?.content.size === paragraph?.length;
    if (paragraph && node && shows) this.nodes!.keep(paragraph, node);
    else this.drawSoon();
  }

  private kept(): Kept | null {
    return this.view ? this.keptIn(this.view.state.selection) : null;
  }

  private keptOnScreen(): Kept | null {
    const shown = this.onScreen();
    return shown && this.keptIn(shown);
  }

  private keptIn({ anchor, head }: Pick<Selection, 'anchor' | 'head'>): Kept | null {
    const [one, other] = [this.caretOf(anchor), this.caretOf(head)];
    return one && other ? { anchor: one, head: other } : null;
  }

  private selectionOf({ anchor, head }: Kept, doc: Node): Selection | null {
    const [one, other] = [this.posIn(anchor, doc), this.posIn(head, doc)];
    return one === null || other === null ? null : TextSelection.create(doc, one, other);
  }

  private posIn(caret: ItemId, doc: Node): number | null {
    const place = placeOfCaret(this.text, caret);
    const index = place ? this.text.indexOf(place.paragraph.id) : undefined;
    if (!place || index === undefined || index >= doc.childCount) return null;
    let pos = 0;
    for (let at = 0; at < index; at++) pos += doc.child(at).nodeSize;
    return pos + 1 + Math.min(place.offset, doc.child(index).content.size);
  }
}

/** One step within one paragraph that brings characters or takes them: the editor shows already what came of it. */
function isTyping(transactions: readonly Transaction[]): boolean {
  const steps = transactions.flatMap((each) => each.steps);
  // What is pasted, cut or dropped is an act by itself, be it one word.
  if (steps.length !== 1 || transactions.some((each) => each.getMeta('uiEvent') !== undefined)) return false;
  const { slice, from, to } = steps[0] as unknown as {
    slice?: { content: { childCount: number; firstChild: Node | null } };
    from: number;
    to: number;
  };
  if (!slice) return false;
  const { firstChild, childCount } = slice.content;
  const doc = transactions[0]!.docs[0]!;
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  const oneParagraph = $from.sameParent($to) && $from.depth === 1 && !cutsText($from) && !cutsText($to);
  if (!oneParagraph || childCount > 1) return false;
  return firstChild === null || (firstChild.isText && !/[\n\r\ufffc\u2028\u2029]/.test(firstChild.text!));
}

/** True between the halves of one sign: what is written then is not what was done. */
function cutsText($pos: ResolvedPos): boolean {
  return $pos.textOffset > 0 && cutsSign($pos.parent.child($pos.index()).text!, $pos.textOffset);
}
