import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Blockquote, FootnoteDefinition, List, ListItem, Paragraph, RootContent } from 'mdast';
import type { Outgoing, OutParagraph } from '../outgoing/outgoing.js';
import { phrasing } from './phrasing.js';

/**
 * EXC-6: a statement as Markdown with GitHub's footnotes. Preambular and operative paragraphs bear their numbers as
 * words, since Markdown has none for them.
 */
export function writeMarkdown({ title, paragraphs }: Outgoing): string {
  const notes = new Notes();
  const body = new Blocks(notes);
  paragraphs.forEach((each) => body.add(each));
  const head: RootContent = { type: 'heading', depth: 1, children: [{ type: 'text', value: title }] };
  return toMarkdown(
    { type: 'root', children: [head, ...body.blocks, ...notes.definitions] },
    { extensions: [gfmToMarkdown()], bullet: '-', emphasis: '*', listItemIndent: 'one', rule: '-' },
  );
}

class Notes {
  readonly definitions: FootnoteDefinition[] = [];

  take(text: string): string {
    const identifier = String(this.definitions.length + 1);
    const children = [paragraph(phrasing([{ text }], () => ''))];
    this.definitions.push({ type: 'footnoteDefinition', identifier, label: identifier, children });
    return identifier;
  }
}

const paragraph = (children: Paragraph['children']): Paragraph => ({ type: 'paragraph', children });

/** Flat paragraphs as blocks in blocks. */
class Blocks {
  readonly blocks: RootContent[] = [];
  /** The list that is open at each depth. */
  private open: List[] = [];
  private quote: Blockquote | null = null;

  constructor(private readonly notes: Notes) {}

  add(each: OutParagraph): void {
    const { style, indent, number, level, kind } = each;
    const children = phrasing(each.content, (text) => this.notes.take(text), style === 'heading');
    if (style !== 'quote') this.quote = null;
    if (style === 'bullet' || style === 'numbered') return this.item(each, children);
    const goesOn = style === 'text' && indent > 0 ? this.open[indent - 1]?.children.at(-1) : undefined;
    if (goesOn) {
      this.open.length = indent;
      goesOn.children.push(paragraph(children));
      return;
    }
    this.open = [];
    if (style === 'heading') {
      const depth = (level + 1) as 2 | 3 | 4;
      this.blocks.push({ type: 'heading', depth, children });
    } else if (style === 'quote') this.quoted(paragraph(children));
    else {
      const label = kind === 'plain' || number.label === null ? [] : [labelled(number.label)];
      this.blocks.push(paragraph([...label, ...children]));
    }
  }

  private quoted(words: Paragraph): void {
    if (!this.quote) this.blocks.push((this.quote = { type: 'blockquote', children: [] }));
    this.quote.children.push(words);
  }

  private item({ style, indent, start, number }: OutParagraph, children: Paragraph['children']): void {
    const ordered = style === 'numbered';
    const same = this.open[indent];
    const goesOn = same !== undefined && same.ordered === ordered && start === 0;
    const item: ListItem = { type: 'listItem', spread: false, children: [paragraph(children)] };
    this.open.length = Math.min(this.open.length, goesOn ? indent + 1 : indent);
    if (goesOn) {
      same.children.push(item);
      return;
    }
    // A depth that has no item of its own.
    while (this.open.length < indent)
      this.begin({ type: 'list', ordered: false, spread: false, children: [] }, true);
    const first = ordered ? { start: number.listNumber ?? 1 } : {};
    this.begin({ type: 'list', ordered, spread: false, ...first, children: [item] }, false);
  }

  private begin(list: List, isBare: boolean): void {
    if (isBare) list.children.push({ type: 'listItem', spread: false, children: [] });
    const around = this.open.at(-1)?.children.at(-1);
    if (around) around.children.push(list);
    else this.blocks.push(list);
    this.open.push(list);
  }
}

const labelled = (label: string) => ({ type: 'text' as const, value: `${label} ` });
