import { Fragment, Slice, type DOMSerializer, type Node } from '@tiptap/pm/model';
import { NodeSelection, TextSelection, type EditorState, type Selection } from '@tiptap/pm/state';
import type { EditorProps, EditorView } from '@tiptap/pm/view';
import {
  unusual,
  writeHtml,
  writePlain,
  type AttributeValue,
  type CopyEdges,
  type CopyWords,
  type RichParagraph,
  type TextRules,
} from '@plenary/ground/text';
import { inlinesOf } from './inlines.js';
import { paragraphName } from './page-nodes.js';
import type { ReadText } from './paste/rules.js';

/** What is taken out of a text, with the ids of paragraphs, which never leave the page. */
interface Taken extends CopyEdges {
  readonly paragraphs: readonly RichParagraph[];
}

/** The clipboard of one page: what is copied out bears no ids; what comes back in finds them again. */
export class PageClipboard {
  private last: (Taken & { readonly html: string }) | null = null;

  constructor(private readonly rules: TextRules) {}

  /** Puts the selection into the clipboard. False where nothing is selected. */
  copy({ selection }: EditorState, data: DataTransfer, words: CopyWords): boolean {
    if (selection.empty) return false;
    const taken = this.taken(sliceOf(selection), selection);
    const html = htmlOf(taken, words);
    data.clearData();
    data.setData('text/html', html);
    data.setData('text/plain', plainOf(taken, words));
    this.last = { html, ...taken };
    return true;
  }

  /** What was copied in this page, if this is it. Chromium wraps what it gives back. */
  recall(html: string): ReadText | null {
    const { last } = this;
    return last && html.includes(last.html) ? { ...last, ended: !last.openEnd, leftOut: [] } : null;
  }

  /** What is dragged out of an editor is what is copied; the editor itself would write ids. */
  dragging(words: () => CopyWords): EditorProps {
    let taken: Taken = { paragraphs: [], openStart: true, openEnd: true };
    const serializer: Pick<DOMSerializer, 'serializeFragment'> = {
      serializeFragment: () => fragmentOf(htmlOf(taken, words())),
    };
    return {
      transformCopied: (slice, { state }) => {
        taken = this.taken(slice, selectionOf(slice, state));
        return slice;
      },
      clipboardSerializer: serializer as DOMSerializer,
      clipboardTextSerializer: () => plainOf(taken, words()),
    };
  }

  private taken(slice: Slice, selection: Selection | null): Taken {
    const paragraphs = paragraphsIn(slice).map((node) => this.richFrom(node));
    if (!(selection instanceof TextSelection)) {
      const isPiece = slice.content.firstChild?.isInline ?? false;
      return { paragraphs, openStart: isPiece, openEnd: isPiece };
    }
    const { $from, $to } = selection;
    if ($from.sameParent($to)) {
      const [{ attributes, content, id } = { attributes: {}, content: [] }] = paragraphs;
      const isPiece = $from.parentOffset > 0 || $to.parentOffset < $to.parent.content.size;
      // Of a piece of a paragraph, neither kind nor style comes along.
      const shown = isPiece || id === undefined ? { attributes: {}, content } : { id, attributes, content };
      return { paragraphs: [shown], openStart: true, openEnd: true };
    }
    // Up to where the next one begins: the paragraphs before it with their ends.
    const ended = $to.parentOffset === 0;
    return {
      paragraphs: ended ? paragraphs.slice(0, -1) : paragraphs,
      openStart: $from.parentOffset > 0,
      openEnd: !ended,
    };
  }

  private richFrom(node: Node): RichParagraph {
    const own = Object.keys(this.rules.usual).map((name) => [name, node.attrs[name] as AttributeValue]);
    const id = node.attrs['id'] as string | null;
    return {
      ...(id ? { id } : {}),
      attributes: unusual(Object.fromEntries(own), this.rules),
      content: inlinesOf(node.content),
    };
  }
}

/**
 * Takes over what is selected on the screen: browsers tell of it only with the next turn of the page. Until then the
 * editor knows the selection before, and the browser would copy by itself, ids and all.
 */
export function readSelection(view: EditorView): void {
  const { doc, selection, tr } = view.state;
  const shown = view.dom.ownerDocument.getSelection();
  if (!shown?.anchorNode || !shown.focusNode || view.composing || !(selection instanceof TextSelection))
    return;
  if (!view.dom.contains(shown.anchorNode) || !view.dom.contains(shown.focusNode)) return;
  const anchor = view.posAtDOM(shown.anchorNode, shown.anchorOffset);
  const head = view.posAtDOM(shown.focusNode, shown.focusOffset);
  if (anchor < 0 || head < 0) return;
  const now = TextSelection.between(doc.resolve(anchor), doc.resolve(head));
  if (!now.eq(selection)) view.dispatch(tr.setSelection(now));
}

/** Whole paragraphs that are dragged within an editor: their ids, in order; null for anything else. */
export function draggedParagraphs(view: EditorView, moved: boolean): readonly string[] | null {
  const dragged = moved ? view.dragging?.slice : null;
  if (!dragged || dragged.openStart > 0 || dragged.openEnd > 0) return null;
  const nodes = dragged.content.content;
  if (!nodes.every((node) => node.type.name === paragraphName)) return null;
  const ids = nodes.map((node) => node.attrs['id'] as unknown);
  return ids.every((id) => typeof id === 'string') ? (ids as string[]) : null;
}

function paragraphsIn({ content }: Slice): Node[] {
  const { firstChild } = content;
  if (!firstChild?.isInline) return content.content.filter((node) => node.type.name === paragraphName);
  return [firstChild.type.schema.nodes[paragraphName]!.create(null, content)];
}

const sliceOf = (selection: Selection): Slice =>
  selection instanceof NodeSelection ? new Slice(Fragment.from(selection.node), 0, 0) : selection.content();

/** The selection, if it is what this was taken of: one may drag what is not selected. */
function selectionOf(slice: Slice, { selection }: EditorState): Selection | null {
  return selection.content().eq(slice) ? selection : null;
}

const htmlOf = ({ paragraphs, ...edges }: Taken, words: CopyWords): string =>
  writeHtml(paragraphs.map(withoutIds), words, edges);

const plainOf = ({ paragraphs }: Taken, words: CopyWords): string =>
  writePlain(paragraphs.map(withoutIds), words);

function fragmentOf(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

const withoutIds = ({ attributes, content }: RichParagraph): RichParagraph => ({
  attributes,
  content: content.map((inline) =>
    'embed' in inline ? { embed: inline.embed, values: inline.values } : inline,
  ),
});
