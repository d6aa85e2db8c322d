import type {
  BlockContent,
  DefinitionContent,
  List,
  ListItem,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { lineBreak, type Formats, type Inline } from '@plenary/ground/text';
import { isSafeLink, statementLimits } from '@plenary/statements/domain';
import { failExchange } from '../../exchange.errors.js';
import { wordsOf } from '../../outgoing/outgoing.js';
import { inParts, settled, type Draft, type Incoming, type NotCarried } from '../incoming.js';
import { withKinds } from '../labels.js';
import { importLimits } from '../limits.js';

/** Of Markdown, in characters: marks and addresses come on top of the words. */
const longest = 600_000;
/** Marks and bars in one block, marks in all, and lists or quotes that a line opens: the parser's work grows with their square. */
const most = { marks: 2_000, bars: 3_000, allMarks: 40_000, opened: 100 } as const;
/** A list's mark has a space behind it: a line of dashes underlines a heading, or parts paragraphs. */
const opensTooMany = new RegExp(`^(?:[ \\t]*(?:>|(?:[*+-]|\\d{1,9}[.)])(?=\\s|$))){${most.opened}}`, 'm');

/** EXC-13: Markdown as paragraphs, with GitHub's footnotes, tables and struck words. */
export function readMarkdown(text: string): Incoming {
  refuseTooMuch(text);
  const reader = new MarkdownReader(fromMarkdown(withoutFrontMatter(text), understood));
  const { title, drafts } = reader.read();
  const paragraphs = settled(withKinds(drafts));
  const { notCarried } = reader;
  return { title, language: null, paragraphs, insertions: 0, deletions: 0, notCarried, of: null };
}

/** An address that is only written is words: nobody made a link of it. */
const understood = {
  extensions: [gfm(), { disable: { null: ['wwwAutolink', 'protocolAutolink', 'emailAutolink'] } }],
  mdastExtensions: gfmFromMarkdown().filter((each) => !('transforms' in each)),
};

/** EXC-14 */
function refuseTooMuch(text: string): void {
  const { characters, paragraphs } = importLimits;
  if (text.length > longest) failExchange('exchange.text-too-long', { paragraphs, characters });
  if (opensTooMany.test(text)) failExchange('exchange.file-unfolds');
  let all = 0;
  for (const block of text.split(/\n[ \t\r]*\n/)) {
    const marks = block.match(/[*_~`[\]!<]/g)?.length ?? 0;
    all += marks;
    if (marks > most.marks || all > most.allMarks) failExchange('exchange.file-unfolds');
    if ((block.match(/\|/g)?.length ?? 0) > most.bars) failExchange('exchange.file-unfolds');
  }
}

/** What programs that make websites put in front. */
const withoutFrontMatter = (text: string): string =>
  text.replace(/^\ufeff/, '').replace(/^---\r?\n[\s\S]{0,20000}?\r?\n---\r?\n/, '');

type Block = RootContent | BlockContent | DefinitionContent;
interface Place {
  /** How many lists stand around it. */
  readonly depth: number;
  readonly quoted: boolean;
}

class MarkdownReader {
  readonly notCarried: Partial<Record<NotCarried, number>> = {};
  private readonly notes = new Map<string, string>();
  private readonly addresses = new Map<string, string>();
  private drafts: Draft[] = [];

  constructor(private readonly root: Root) {}

  read(): { title: string | null; drafts: readonly Draft[] } {
    this.gather(this.root.children);
    const [first] = this.root.children;
    const tops = this.root.children.filter((each) => each.type === 'heading' && each.depth === 1);
    const title = first?.type === 'heading' && tops.length === 1 && tops[0] === first ? first : null;
    const body = title ? this.root.children.slice(1) : this.root.children;
    this.blocks(body, { depth: 0, quoted: false });
    if (!title) return { title: null, drafts: this.drafts };
    const drafts = this.drafts.map((each) => ({ ...each, level: Math.max(1, (each.level ?? 1) - 1) }));
    return { title: wordsOf(this.inline(title.children)).replaceAll(lineBreak, ' '), drafts };
  }

  /** Notes and addresses may be said anywhere. */
  private gather(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.type === 'definition') this.addresses.set(block.identifier, block.url);
      else if (block.type === 'footnoteDefinition') {
        const before = this.drafts;
        this.drafts = [];
        this.blocks(block.children, { depth: 0, quoted: false });
        const lines = this.drafts.map(({ content }) => wordsOf(content));
        this.notes.set(block.identifier, lines.join(lineBreak));
        this.drafts = before;
      } else if ('children' in block && block.type !== 'paragraph' && block.type !== 'heading')
        this.gather(block.children as Block[]);
    }
  }

  private blocks(blocks: readonly Block[], place: Place): void {
    for (const block of blocks) this.block(block, place);
  }

  private block(block: Block, place: Place): void {
    const style = place.quoted ? 'quote' : 'text';
    const put = (content: readonly Inline[]) =>
      this.drafts.push({ style, ...(place.depth > 0 && !place.quoted ? { indent: deepest(place.depth, 1) } : {}), content }); // prettier-ignore
    switch (block.type) {
      case 'heading':
        return void this.drafts.push({
          ...{ style: 'heading', level: block.depth },
          content: this.inline(block.children, lineBreak),
        });
      case 'paragraph':
        return void put(this.inline(block.children));
      case 'blockquote':
        return this.blocks(block.children, { ...place, quoted: true });
      case 'list':
        return this.list(block, place);
      case 'code':
        return void put([{ text: block.value.replace(/\n/g, lineBreak) }]);
      case 'html':
        return void put([{ text: wordsOfHtml(block.value) }]);
      case 'table':
        this.count('tables');
        for (const row of block.children) {
          const cells = row.children.map((cell) => this.inline(cell.children));
          put(cells.flatMap((cell, at) => [...(at > 0 ? [{ text: ' | ' }] : []), ...cell]));
        }
        return;
      default:
      // Lines between parts, and what was gathered before: notes, addresses.
    }
  }

  private list({ ordered, start, children }: List, { depth }: Place): void {
    children.forEach((item, at) => {
      const number = ordered ? (start ?? 1) + at : null;
      this.item(item, deepest(depth, 0), number, depth);
    });
  }

  private item(item: ListItem, indent: number, number: number | null, depth: number): void {
    const [first, ...rest] = item.children;
    const isWords = first?.type === 'paragraph';
    if (isWords) {
      const box = item.checked == null ? [] : [{ text: item.checked ? '☑ ' : '☐ ' }];
      this.drafts.push({
        ...{ style: number === null ? 'bullet' : 'numbered', indent, number },
        content: [...box, ...this.inline(first.children)],
      });
    }
    this.blocks(isWords ? rest : item.children, { depth: depth + 1, quoted: false });
  }

  /** `softly` is what the end of a line stands for. */
  private inline(nodes: readonly PhrasingContent[], softly = ' ', formats: Formats = {}): Inline[] {
    const put = (text: string, more: Formats = formats): Inline[] => [
      Object.keys(more).length > 0 ? { text, formats: more } : { text },
    ];
    return nodes.flatMap((node): Inline[] => {
      switch (node.type) {
        case 'text':
          return put(node.value.replace(/\r?\n/g, softly));
        case 'inlineCode':
          return put(node.value);
        case 'break':
          return put(lineBreak);
        case 'html':
          return /^<br\b/i.test(node.value) ? put(lineBreak) : [];
        case 'strong':
          return this.inline(node.children, softly, { ...formats, bold: true });
        case 'emphasis':
          return this.inline(node.children, softly, { ...formats, italic: true });
        case 'delete':
          this.count('struck');
          return [];
        case 'link':
          return this.inline(node.children, softly, withLink(formats, node.url));
        case 'linkReference':
          return this.inline(
            node.children,
            softly,
            withLink(formats, this.addresses.get(node.identifier) ?? ''),
          );
        case 'image':
        case 'imageReference':
          this.count('pictures');
          return [];
        case 'footnoteReference':
          return inParts(this.notes.get(node.identifier) ?? '');
      }
    });
  }

  private count(kind: NotCarried): void {
    this.notCarried[kind] = (this.notCarried[kind] ?? 0) + 1;
  }
}

const deepest = (depth: number, more: number): number =>
  Math.min(depth, statementLimits.deepestIndent + more);

const withLink = (formats: Formats, href: string): Formats =>
  isSafeLink(href) ? { ...formats, link: { href } } : formats;

/** Of HTML amid Markdown only the words are read. */
const wordsOfHtml = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?(-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(<\/\1>|$)/gi, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[ \t\n]+/g, ' ');
