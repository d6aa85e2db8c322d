import { largestUpdate } from '@plenary/ground/collab/client';
import {
  PageClipboard,
  paste,
  readHtml,
  readPlain,
  type LeftOut,
  type PasteRules,
  type ReadText,
  type TextBinding,
} from '@plenary/ground/web/editor';
import { isSafeLink, statementLimits, statementRules } from '@plenary/statements/domain';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

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
  private readonly page = new PageClipboard(statementRules);

  constructor(
    private readonly binding: TextBinding,
    private readonly words: ClipboardWords,
  ) {}

  copy(view: EditorView, event: ClipboardEvent): boolean {
    const { clipboardData } = event;
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
    const read = data && this.read(data);
    if (!read || !view.editable) return read !== null;
    const { text } = this.binding;
    view.dispatch(
      paste(view.state, read, statementRules, (id) => text.indexOf(id) !== undefined).setMeta(
        'uiEvent',
        'paste',
      ),
    );
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
    return this.paste(view, event.dataTransfer);
  }

  /** Null when there are no words in it; `false` was said already. */
  private read(data: DataTransfer): ReadText | null | false {
    const html = data.getData('text/html');
    const plain = data.getData('text/plain');
    if (html === '' && plain === '') return null;
    if (plain.length > largestPaste || html.length > largestPaste * 10) return this.refuse();
    const read = this.page.recall(html) ?? (html ? readHtml(html, rules) : readPlain(plain, rules));
    return bytesOf(read) > largestPaste ? this.refuse() : read;
  }

  /** More than the server takes at once is not pasted at all, so that nothing is lost half-way. */
  private refuse(): false {
    this.words.tooLarge();
    return false;
  }
}

/** About how much it takes to write this into a text. */
export function bytesOf({ paragraphs }: ReadText): number {
  let bytes = 0;
  for (const { content } of paragraphs) {
    bytes += perParagraph;
    for (const inline of content) {
      const words = 'text' in inline ? inline.text : Object.values(inline.values).join('');
      const hrefs = 'text' in inline ? JSON.stringify(inline.formats ?? {}).length : 0;
      bytes += perRun + new TextEncoder().encode(words).byteLength + hrefs;
    }
  }
  return bytes;
}
