import { largestUpdate } from '@plenary/ground/collab/client';
import {
  PageClipboard,
  paste,
  readHtml,
  readPlain,
  readSelection,
  withOuterSpaces,
  type LeftOut,
  type PasteRules,
  type ReadText,
  type TextBinding,
} from '@plenary/ground/web/editor';
import { isSafeLink, statementLimits, statementRules } from '@plenary/statements/domain';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorProps, EditorView } from '@tiptap/pm/view';

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
}

/** Copy, cut, paste and drop of one page: the same cleaning and the same limits on every way in (STM-15). */
export class Clipboard {
  /** What an editor must know so that nothing else is dragged out of it than is copied. */
  readonly dragging: EditorProps;
  private readonly page = new PageClipboard(statementRules);

  constructor(
    private readonly binding: TextBinding,
    private readonly words: ClipboardWords,
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
    const read = data && this.read(data);
    if (!read || !view.editable) return read !== null;
    const { text } = this.binding;
    const tr = paste(view.state, read, statementRules, (id) => text.indexOf(id) !== undefined);
    if (tr.docChanged) view.dispatch(tr.setMeta('uiEvent', 'paste'));
    if (read.leftOut.length > 0) this.words.leftOut(read.leftOut);
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

  /** Null when there is nothing in it that could be read; `false` was said already. */
  private read(data: DataTransfer): ReadText | null | false {
    const html = data.getData('text/html');
    const plain = data.getData('text/plain');
    if (html === '' && plain === '') return pictureIn(data);
    if (plain.length > largestPaste || html.length > largestPaste * 10) return this.refuse();
    const read = this.page.recall(html) ?? this.readWords(html, plain);
    return isTooLarge(read) ? this.refuse() : read;
  }

  /** Some programs write HTML in which nothing stands. */
  private readWords(html: string, plain: string): ReadText {
    const read = readHtml(html, rules);
    const hasSome = read.paragraphs.length > 0 || read.leftOut.length > 0;
    return withOuterSpaces(hasSome ? read : readPlain(plain, rules), plain);
  }

  /** More than the server takes at once is not pasted at all, so that nothing is lost half-way. */
  private refuse(): false {
    this.words.tooLarge();
    return false;
  }
}

/** A picture without words, as one takes of the screen: it is left out, and that is said. */
function pictureIn({ files }: DataTransfer): ReadText | null {
  if (![...(files ?? [])].some(({ type }) => type.startsWith('image/'))) return null;
  return { paragraphs: [], leftOut: ['pictures'], openStart: false, openEnd: false };
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
