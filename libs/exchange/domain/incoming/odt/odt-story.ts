import { lineBreak, type Formats, type Inline } from '@plenary/ground/text';
import { isSafeLink, statementLimits } from '@plenary/statements/domain';
import { wordsOf } from '../../outgoing/outgoing.js';
import { raisedOrLowered } from '../docx/raised-figures.js';
import type { Tally, TrackedAs } from '../docx/story-reader.js';
import type { Attributes, XmlVisitor } from '../docx/walk-xml.js';
import { inParts, type Draft } from '../incoming.js';
import { OdtLists, type OdtPlace } from './odt-lists.js';
import type { OdtStyle, OdtStyles } from './odt-styles.js';

/** A paragraph as it stands in the file. */
interface Paragraph {
  readonly style: OdtStyle;
  /** Of a heading; null for all others. */
  readonly level: number | null;
  readonly place: OdtPlace | null;
  content: Inline[];
}

/** Elements of which nothing is read; some are counted. */
const unread =
  /^(sequence-decls|variable-decls|user-field-decls|forms|change-info|note-citation|ruby-text|desc|title|object|plugin|script)$/;
const contents =
  /^(table-of-content|illustration-index|table-index|alphabetical-index|bibliography|user-index|object-index)$/;

/** Reads the words of an OpenDocument text, with its tracked changes as if all were accepted, or all rejected. */
export class OdtStory implements XmlVisitor {
  readonly drafts: (Draft & { readonly title: boolean })[] = [];
  private readonly lists: OdtLists;
  private readonly path: string[] = [];
  private readonly spans: OdtStyle[] = [];
  private readonly links: (string | null)[] = [];
  /** Paragraphs that are open: those of notes and boxes stand within others. */
  private readonly open: Paragraph[] = [];
  /** Where paragraphs go once they end: a deletion, a note, or the text. */
  private readonly ends: ((paragraph: Paragraph) => void)[] = [];
  private readonly deletions = new Map<string, Paragraph[]>();
  private readonly insertions = new Set<string>();
  private readonly within = new Set<string>();
  private carried: Paragraph | null = null;
  private region = '';

  constructor(
    private readonly styles: OdtStyles,
    private readonly tracked: TrackedAs,
    private readonly tally: Tally,
  ) {
    this.lists = new OdtLists(styles);
    this.ends.push((paragraph) => this.endInText(paragraph));
  }

  enter(name: string, attributes: Attributes): boolean | void {
    if (name === 'object') this.tally.add('embedded');
    if (name === 'annotation') this.tally.add('comments');
    if (contents.test(name)) this.tally.add('contents');
    if (name === 'annotation' || unread.test(name) || contents.test(name)) return false;
    this.path.push(name);
    const { 'change-id': change = '' } = attributes;
    if (name === 'p' || name === 'h') this.begin(name, attributes);
    else if (name === 'span') this.spans.push(this.spanOf(attributes));
    else if (name === 'a') this.links.push(attributes['href'] ?? null);
    else if (name === 'list') this.lists.begin(attributes);
    else if (name === 'list-item' || name === 'list-header') this.lists.beginItem(attributes, name === 'list-header');
    else if (name === 's') this.words(' '.repeat(Math.min(Number(attributes['c'] ?? 1) || 1, 100)));
    else if (name === 'tab') this.words(' ');
    else if (name === 'line-break') this.words(lineBreak);
    else if (name === 'note') this.ends.push(this.noteIn(this.open.at(-1)));
    else if (name === 'table') this.tally.add('tables');
    else if (name === 'image') this.tally.add('pictures');
    else if (name === 'text-box') this.boxed();
    else if (name === 'changed-region') this.region = attributes['id'] ?? '';
    else if (name === 'insertion' || name === 'deletion') this.changes(name);
    else if (/^(format-change|UnknownChange)$/.test(name)) this.tally.add('formatting');
    else if (name === 'change-start' && this.insertions.has(change)) this.within.add(change);
    else if (name === 'change-end') this.within.delete(change);
    else if (name === 'change') this.putBack(this.deletions.get(change) ?? []);
  } // prettier-ignore

  leave(name: string): void {
    this.path.pop();
    if (name === 'p' || name === 'h') this.ends.at(-1)!(this.open.pop()!);
    else if (name === 'span') this.spans.pop();
    else if (name === 'a') this.links.pop();
    else if (name === 'list') this.lists.end();
    else if (name === 'list-item' || name === 'list-header') this.lists.endItem();
    else if (name === 'note' || name === 'text-box' || name === 'deletion') this.ends.pop();
  }

  text(text: string): void {
    // White space between elements is the file's; in words it counts one.
    if (this.open.length > 0) this.words(text.replace(/[ \t\r\n]+/g, ' '));
  }

  /** After the last element. */
  end(): void {
    if (this.carried) this.put(this.carried);
    this.carried = null;
  }

  private begin(name: string, attributes: Attributes): void {
    const style = this.styles.of('paragraph', attributes['style-name']);
    const level = name === 'h' ? Number(attributes['outline-level'] ?? 1) || 1 : null;
    const isDeleted = this.path.includes('deletion');
    this.open.push({ style, level, place: isDeleted ? null : this.lists.place(), content: [] });
  }

  private changes(name: string): void {
    const { region } = this;
    if (name === 'insertion') {
      this.tally.insertions++;
      if (this.tracked === 'rejected') this.insertions.add(region);
    } else {
      this.tally.deletions++;
      const paragraphs: Paragraph[] = [];
      if (this.tracked === 'rejected') this.deletions.set(region, paragraphs);
      this.ends.push((paragraph) => void paragraphs.push(paragraph));
    }
  }

  /** What was deleted stands here again, with its ends of paragraphs. */
  private putBack(deleted: readonly Paragraph[]): void {
    for (const [at, { content, ...facts }] of deleted.entries()) {
      const paragraph = this.open.at(-1);
      if (!paragraph) return;
      paragraph.content.push(...content);
      if (at === deleted.length - 1) continue;
      const isOwn = wordsOf(paragraph.content) === wordsOf(content);
      this.put(isOwn ? { ...facts, content: paragraph.content } : { ...paragraph });
      paragraph.content = [];
    }
  }

  /** The words of a note; lines of their own are put together by breaks. */
  private noteIn(paragraph: Paragraph | undefined): (line: Paragraph) => void {
    let last: Inline[] = [];
    const lines: string[] = [];
    return ({ content }) => {
      const words = wordsOf(content).trim();
      if (!paragraph || words === '' || this.within.size > 0) return;
      lines.push(words);
      paragraph.content = paragraph.content.filter((each) => !last.includes(each));
      last = inParts(lines.join(lineBreak));
      paragraph.content.push(...last);
    };
  }

  private boxed(): void {
    this.tally.add('drawings');
    this.ends.push((paragraph) => this.put(paragraph));
  }

  /** An end that was inserted is none where insertions are rejected: what follows goes on. */
  private endInText(paragraph: Paragraph): void {
    const before = this.carried;
    this.carried = null;
    const isGoingOn = before !== null && before.content.length > 0;
    const whole = isGoingOn ? { ...before, content: [...before.content, ...paragraph.content] } : paragraph;
    if (this.within.size > 0) this.carried = whole;
    else this.put(whole);
  }

  private put({ style, level, place, content }: Paragraph): void {
    const { names, runs } = style;
    const shared = { content, title: names.includes('title'), ...(runs ? { runs } : {}) };
    const { headingLevels, deepestIndent } = statementLimits;
    if (shared.title || level !== null) {
      const depth = Math.min(shared.title ? 1 : level!, headingLevels);
      return void this.drafts.push({ ...shared, style: 'heading', level: depth });
    }
    if (place) return void this.drafts.push({ ...shared, ...this.lists.take(place, style.list) });
    const goesOn = names.map((each) => /^list[ _]continue(?: (\d))?$/.exec(each)).find(Boolean);
    if (goesOn) {
      const indent = Math.min(Number(goesOn[1] ?? 1), deepestIndent + 1);
      return void this.drafts.push({ ...shared, style: 'text', indent });
    }
    const isQuote = names.some((each) => /^(quotations|(intense )?quote|block text)$/.test(each));
    this.drafts.push({ ...shared, style: isQuote ? 'quote' : 'text' });
  }

  private spanOf(attributes: Attributes): OdtStyle {
    const style = this.styles.of('text', attributes['style-name']);
    if (style.struck) this.tally.add('struck');
    return style;
  }

  private words(text: string): void {
    const paragraph = this.open.at(-1);
    const all = paragraph ? [paragraph.style, ...this.spans] : [];
    const says = <Key extends keyof OdtStyle>(key: Key) => all.findLast((style) => style[key] !== null)?.[key];
    if (!paragraph || text === '' || this.within.size > 0 || says('struck') || says('hidden')) return;
    const href = this.links.findLast((link) => link !== null);
    const isHeading = paragraph.level !== null;
    const formats: Formats = {
      // Every heading is bold; by that it says nothing.
      ...(isHeading ? (this.spans.at(-1)?.bold ? { bold: true as const } : {}) : says('bold') ? { bold: true as const } : {}),
      ...(says('italic') && !paragraph.style.names.some((each) => /^(quotations|quote)$/.test(each)) ? { italic: true as const } : {}),
      ...(href && isSafeLink(href) ? { link: { href } } : {}),
    };
    const said = raisedOrLowered(text, says('script') ?? '');
    paragraph.content.push(Object.keys(formats).length > 0 ? { text: said, formats } : { text: said });
  } // prettier-ignore
}
