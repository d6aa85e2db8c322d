import { largestUpdate } from '@plenary/ground/collab/client';
import {
  PageClipboard,
  readSelection,
  type LeftOut,
  type PasteRules,
  type ReadText,
  type TextBinding,
} from '@plenary/ground/web/editor';
import { isSafeLink, statementLimits, statementRules } from '@plenary/statements/domain';
import { TextSelection, type EditorState, type Selection } from '@tiptap/pm/state';
import type { EditorProps, EditorView } from '@tiptap/pm/view';
import { late, type Late } from './late';
import { linesOf, putLines } from './plain-paste';

/** What the server takes at once, with room for what stands around the words. Bytes. */
const largestPaste = largestUpdate * 0.9;
/** What a paragraph, a run of words, and a format weigh beside the words. Bytes. */
const perParagraph = 120;
const perRun = 120;

const rules: PasteRules = {
  isSafeLink,
  footnoteLength: statementLimits.footnoteLength,
  deepestIndent: statementLimits.deepestIndent,
  headingLevels: statementLimits.headingLevels,
};

/** What the clipboard says to the person. */
export interface ClipboardWords {
  /** Stands over the sources in what is copied. */
  notes(): string;
  tooLarge(): void;
  leftOut(kinds: readonly LeftOut[]): void;
  /** What reads other programs' words could not be loaded: they came without their looks, or not at all. */
  notRead(came: boolean): void;
}

/** What reads other programs' words: a fourth of the editor, and no opening of a statement needs it. */
export const pasteReader = late(() => import('@plenary/ground/web/editor/paste'));
export type PasteReader = Awaited<ReturnType<typeof pasteReader.load>>;

/** What stood in a clipboard. Browsers close it with the event, so it is read at once. */
interface Held {
  readonly html: string;
  readonly plain: string;
}

/** A paste that waits: what the editor showed then, and where it ends once it is in the text. */
interface Waiting {
  readonly state: EditorState;
  end: () => Selection | null;
}

/** Copy, cut, paste and drop of one page: the same cleaning and the same limits on every way in (STM-15). */
export class Clipboard {
  /** What an editor must know so that nothing else is dragged out of it than is copied. */
  readonly dragging: EditorProps;
  private readonly page = new PageClipboard(statementRules);
  private last: Waiting | null = null;

  constructor(
    private readonly binding: TextBinding,
    private readonly words: ClipboardWords,
    private readonly reader: Late<PasteReader> = pasteReader,
  ) {
    this.dragging = this.page.dragging(() => ({ notes: words.notes() }));
  }

  copy(view: EditorView, event: ClipboardEvent): boolean {
    const { clipboardData } = event;
    readSelection(view);
    if (!clipboardData || !this.page.copy(view.state, clipboardData, { notes: this.words.notes() }))
      return false;
    event.preventDefault();
    return true;
  }

  cut(view: EditorView, event: ClipboardEvent): boolean {
    if (!view.editable || !this.copy(view, event)) return false;
    view.dispatch(view.state.tr.deleteSelection().scrollIntoView().setMeta('uiEvent', 'cut'));
    return true;
  }

  /** True when the clipboard held words, or something that was refused with a sentence. */
  paste(view: EditorView, data: DataTransfer | null): boolean {
    readSelection(view);
    return this.putIn(view, data);
  }

  private putIn(view: EditorView, data: DataTransfer | null): boolean {
    if (!data) return false;
    const held = { html: data.getData('text/html'), plain: data.getData('text/plain') };
    if (held.html === '' && held.plain === '') return this.putPicture(view, data);
    const isTooLong = held.plain.length > largestPaste || held.html.length > largestPaste * 10;
    if (isTooLong) this.words.tooLarge();
    else if (this.reader.now) this.put(view, this.reader.now, held);
    else if (view.editable) void this.putLater(view, held);
    return true;
  }

  private put(view: EditorView, reader: PasteReader, held: Held): void {
    const read = this.page.recall(held.html) ?? readWords(reader, held);
    // More than the server takes at once is not pasted at all, so that nothing is lost half-way.
    if (isTooLarge(read)) return this.words.tooLarge();
    if (!view.editable) return;
    const { text } = this.binding;
    const tr = reader.paste(view.state, read, statementRules, (id) => text.indexOf(id) !== undefined);
    if (tr.docChanged) view.dispatch(tr.setMeta('uiEvent', 'paste'));
    if (read.leftOut.length > 0) this.words.leftOut(read.leftOut);
  }

  /** The first paste waits for its reader. It goes to where it was meant, whatever is written meanwhile. */
  private async putLater(view: EditorView, held: Held): Promise<void> {
    const { state } = view;
    const before = this.last?.state === state ? this.last : null;
    const own: Waiting = { state, end: this.binding.keepSelection() };
    this.last = own;
    const place = own.end;
    const reader = await this.reader.load().catch(() => null);
    if (view.isDestroyed || !view.editable) return;
    // A second paste at the same place comes behind the first.
    const meant = (before?.end ?? place)();
    const isElsewhere = meant !== null && !meant.eq(view.state.selection);
    const back = isElsewhere ? this.binding.keepSelection() : null;
    if (isElsewhere) view.dispatch(view.state.tr.setSelection(meant));
    if (reader) this.put(view, reader, held);
    else this.putLines(view, linesOf(held.plain));
    own.end = this.binding.keepSelection();
    const goesBack = back?.();
    if (goesBack) view.dispatch(view.state.tr.setSelection(goesBack));
  }

  private putLines(view: EditorView, lines: readonly string[]): void {
    const paragraphs = lines.map((text) => ({ attributes: {}, content: [{ text }] }));
    if (isTooLarge({ paragraphs })) return this.words.tooLarge();
    putLines(view, lines);
    this.words.notRead(lines.length > 0);
  }

  /** A picture without words, as one takes of the screen: it is left out, and that is said. */
  private putPicture(view: EditorView, { files }: DataTransfer): boolean {
    if (![...(files ?? [])].some(({ type }) => type.startsWith('image/'))) return false;
    if (view.editable) this.words.leftOut(['pictures']);
    return true;
  }

  /** Words from elsewhere, dropped: cleaned and bounded like pasted ones. Within the text, words are simply moved. */
  drop(view: EditorView, event: DragEvent, moved: boolean): boolean {
    if (moved || !event.dataTransfer) return false;
    const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
    if (!at) return false;
    const { tr } = view.state;
    view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at.pos))));
    return this.putIn(view, event.dataTransfer);
  }
}

/** Some programs write HTML in which nothing stands. */
function readWords({ readHtml, readPlain, withOuterSpaces }: PasteReader, { html, plain }: Held): ReadText {
  const read = readHtml(html, rules);
  const hasSome = read.paragraphs.length > 0 || read.leftOut.length > 0;
  return withOuterSpaces(hasSome ? read : readPlain(plain, rules), plain);
}

/** True when what would go into the text is more than the server takes at once. */
export const isTooLarge = (read: Pick<ReadText, 'paragraphs'>): boolean => bytesOf(read) > largestPaste;

/** About how much it takes to write this into a text. */
function bytesOf({ paragraphs }: Pick<ReadText, 'paragraphs'>): number {
  let bytes = 0;
  for (const { content } of paragraphs) {
    bytes += perParagraph;
    for (const inline of content) {
      const words = 'text' in inline ? inline.text : Object.values(inline.values).join('');
      const hrefs = 'text' in inline ? JSON.stringify(inline.formats ?? {}).length : 0;
      bytes += perRun + inUtf8(words) + hrefs;
    }
  }
  return bytes;
}

/** Length in UTF-8; both halves of a pair count two each. */
function inUtf8(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
  }
  return bytes;
}
