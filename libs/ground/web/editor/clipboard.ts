import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { NodeSelection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { unusual, type AttributeValue, type RichParagraph, type TextRules } from '@plenary/ground/text';
import { inlinesOf } from './inlines.js';
import { nodesFrom, paragraphName } from './page-nodes.js';
import type { ReadText } from './paste/index.js';
import { writeHtml, writePlain, type CopyWords } from './copy/index.js';

/** What was last copied in this page, with the ids of paragraphs, which never leave the page. */
interface Copied {
  readonly html: string;
  readonly paragraphs: readonly RichParagraph[];
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

/** The clipboard of one page: what is copied out bears no ids; what comes back in finds them again. */
export class PageClipboard {
  private last: Copied | null = null;

  constructor(private readonly rules: TextRules) {}

  /** Puts the selection into the clipboard. False where nothing is selected. */
  copy(state: EditorState, data: DataTransfer, words: CopyWords): boolean {
    const slice = state.selection instanceof NodeSelection ? sliceOfNode(state) : state.selection.content();
    const nodes = paragraphsIn(slice, state);
    if (nodes.length === 0) return false;
    const paragraphs = nodes.map((node) => this.richFrom(node));
    const edges = { openStart: slice.openStart > 0, openEnd: slice.openEnd > 0 };
    // Whole paragraphs come back as such; of a piece of one, neither kind nor style comes along.
    const shown =
      paragraphs.length === 1 && isPiece(state) ? [{ ...paragraphs[0]!, attributes: {} }] : paragraphs;
    const html = writeHtml(shown.map(withoutIds), words, edges);
    data.clearData();
    data.setData('text/html', html);
    data.setData('text/plain', writePlain(shown.map(withoutIds), words));
    this.last = { html, paragraphs: shown, ...edges };
    return true;
  }

  /** What was copied in this page, if this is it. Chromium wraps what it gives back. */
  recall(html: string): ReadText | null {
    const { last } = this;
    return last && html.includes(last.html) ? { ...last, leftOut: [] } : null;
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

/** Puts what was read in the place of the selection. */
export function paste(
  state: EditorState,
  read: ReadText,
  rules: TextRules,
  isShown: (id: string) => boolean,
): Transaction {
  const seen = new Set<string>();
  const paragraphs = read.paragraphs.map((each) => {
    const free = each.id !== undefined && !isShown(each.id) && !seen.has(each.id);
    if (free) seen.add(each.id!);
    return { ...each, id: free ? each.id : undefined };
  });
  const nodes = nodesFrom(state.schema, paragraphs, rules.usual);
  const { tr } = state;
  if (nodes.length === 0) return tr;
  tr.deleteSelection();
  const { $from } = tr.selection;
  const { parent } = $from;
  const [first, last] = [nodes[0]!, nodes.at(-1)!];
  const inPiece =
    nodes.length === 1 && (read.openStart || read.openEnd || parent.content.size > 0) && isText(first);
  const whole = !read.openStart && !read.openEnd && !inPiece;
  if ($from.depth === 1 && parent.content.size === 0 && !(read.openStart && nodes.length === 1)) {
    // An empty paragraph becomes the first of what comes, and stays itself.
    const kept = first.type.create(
      { ...first.attrs, id: parent.attrs['id'] ?? first.attrs['id'] },
      first.content,
    );
    const back = first.attrs['id'] ? first : kept;
    tr.replaceWith($from.before(), $from.after(), Fragment.fromArray([back, ...nodes.slice(1)]));
    return near(tr, $from.before() + sizeOf(nodes) - 1);
  }
  if (whole && $from.parentOffset === parent.content.size && !isText(first)) {
    tr.insert($from.after(), nodes);
    return near(tr, $from.after() + sizeOf(nodes) - 1);
  }
  if (whole && $from.parentOffset === 0 && !isText(last)) {
    tr.insert($from.before(), nodes);
    return near(tr, $from.before() + sizeOf(nodes) + 1);
  }
  const at = $from.pos;
  tr.replace(at, at, new Slice(Fragment.fromArray(nodes), 1, 1));
  return near(tr, at + sizeOf(nodes) - 2);
}

/** Whole paragraphs that are dragged within an editor: their ids, in order; null for anything else. */
export function draggedParagraphs(view: EditorView, moved: boolean): readonly string[] | null {
  const dragged = moved ? view.dragging?.slice : null;
  if (!dragged || dragged.openStart > 0 || dragged.openEnd > 0) return null;
  const ids = dragged.content.content.map((node) => node.attrs['id'] as unknown);
  return ids.every((id) => typeof id === 'string') ? (ids as string[]) : null;
}

function paragraphsIn({ content }: Slice, state: EditorState): Node[] {
  const nodes = content.content.filter((node) => node.type.name === paragraphName);
  if (nodes.length > 0) return nodes;
  return content.childCount > 0 ? [state.schema.nodes[paragraphName]!.create(null, content)] : [];
}

function sliceOfNode({ selection }: EditorState): Slice {
  return new Slice(Fragment.from((selection as NodeSelection).node), 0, 0);
}

/** True when less than a whole paragraph is selected. */
function isPiece({ selection: { $from, $to } }: EditorState): boolean {
  return (
    $from.depth === 1 &&
    $from.sameParent($to) &&
    ($from.parentOffset > 0 || $to.parentOffset < $to.parent.content.size)
  );
}

const isText = (node: Node): boolean => (node.attrs['style'] ?? 'text') === 'text';

const sizeOf = (nodes: readonly Node[]): number => nodes.reduce((sum, node) => sum + node.nodeSize, 0);

function near(tr: Transaction, pos: number): Transaction {
  const $pos = tr.doc.resolve(Math.max(0, Math.min(pos, tr.doc.content.size)));
  return tr.setSelection(TextSelection.near($pos, -1)).scrollIntoView();
}

const withoutIds = ({ attributes, content }: RichParagraph): RichParagraph => ({
  attributes,
  content: content.map((inline) =>
    'embed' in inline ? { embed: inline.embed, values: inline.values } : inline,
  ),
});
