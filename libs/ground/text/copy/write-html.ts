import type { RichParagraph } from '../rich-paragraph.js';
import { ListCounter, numberAt } from './counting.js';
import { escapeText } from './escape.js';
import { ListWriter } from './list-writer.js';
import { NotesWriter } from './notes-writer.js';

/** Words that stand in what is copied, in the language of the person. */
export interface CopyWords {
  /** Stands over the notes; nothing stands there when it is left out. */
  readonly notes?: string;
}

/** Which ends of a copied piece are amid a paragraph, so that it joins the text around the caret again. */
export interface CopyEdges {
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

const whole: CopyEdges = { openStart: false, openEnd: false };

/**
 * Paragraphs as HTML that programs show as it looks in Plenary, and that Plenary reads back without loss. No ids of
 * the text, its people or its places are in it.
 */
export function writeHtml(
  paragraphs: readonly RichParagraph[],
  words: CopyWords = {},
  edges: CopyEdges = whole,
): string {
  const notes = new NotesWriter();
  const [only] = paragraphs;
  if (only && paragraphs.length === 1 && edges.openStart && edges.openEnd && isPiece(only))
    return `<span data-from="plenary">${notes.inline(only.content)}</span>`;
  const open = [edges.openStart && 'start', edges.openEnd && 'end'].filter(Boolean).join(' ');
  const body = new HtmlBody(notes).write(paragraphs);
  return `<div data-from="plenary"${open ? ` data-open="${open}"` : ''}>${body}${notes.html(words.notes)}</div>`;
}

/** Some words of a sentence: they go into the sentence of the other program. */
const isPiece = ({ attributes, content }: RichParagraph): boolean =>
  Object.keys(attributes).length === 0 && content.every((inline) => 'text' in inline);

/** Writes paragraphs as headings, quotes, lists in lists, and what stands between them. */
export class HtmlBody {
  private readonly out: string[] = [];
  private readonly lists = new ListWriter(this.out);
  private readonly counter = new ListCounter();
  private inQuote = false;

  /** `more` are attributes besides: of the paragraph at this place. */
  constructor(
    private readonly notes: NotesWriter,
    private readonly more: (paragraph: RichParagraph) => string = () => '',
  ) {}

  write(paragraphs: readonly RichParagraph[]): string {
    paragraphs.forEach((paragraph, i) => this.paragraph(paragraph, paragraphs[i + 1]));
    this.between(false);
    return this.out.join('');
  }

  private paragraph(paragraph: RichParagraph, next: RichParagraph | undefined): void {
    const { style = 'text' } = paragraph.attributes;
    const indent = numberAt(paragraph.attributes['indent']);
    const number = this.counter.number(paragraph);
    if (style === 'bullet' || style === 'numbered') this.item(paragraph, indent, number, next);
    else if (style === 'text' && indent > 0) this.continued(paragraph, indent);
    else {
      this.between(style === 'quote');
      const level = Math.min(numberAt(paragraph.attributes['level']) || 1, 6);
      this.block(style === 'heading' ? `h${level}` : 'p', paragraph);
    }
  }

  private item(paragraph: RichParagraph, indent: number, number: number | null, next: RichParagraph | undefined): void {
    this.setQuote(false);
    const { style, start, kind } = paragraph.attributes;
    const tag = style === 'numbered' ? 'ol' : 'ul';
    this.lists.begin(tag, { depth: indent, number, anew: numberAt(start) > 0, dir: dirOf(paragraph) });
    if (kind || (next && isContinuation(next))) this.block('p', paragraph);
    else this.out.push(this.notes.inline(paragraph.content));
  } // prettier-ignore

  private continued(paragraph: RichParagraph, indent: number): void {
    if (this.lists.hasItem(indent - 1)) {
      this.lists.closeTo(indent);
      this.block('p', paragraph);
    } else {
      this.between(false);
      this.block('p', paragraph, ` data-indent="${indent}"`);
    }
  }

  /** Ends the lists, and begins or ends a quote. */
  private between(quote: boolean): void {
    this.lists.closeTo(0);
    this.setQuote(quote);
  }

  private setQuote(quote: boolean): void {
    if (quote !== this.inQuote) this.out.push(quote ? '<blockquote>' : '</blockquote>');
    this.inQuote = quote;
  }

  private block(tag: string, paragraph: RichParagraph, more = ''): void {
    const { kind } = paragraph.attributes;
    const said = kind ? ` data-kind="${escapeText(String(kind))}"` : '';
    this.out.push(
      `<${tag} dir="${dirOf(paragraph)}"${said}${more}${this.more(paragraph)}>${this.notes.inline(paragraph.content)}</${tag}>`,
    );
  }
}

/** As it was set by hand, or as the characters say. */
const dirOf = ({ attributes: { direction } }: RichParagraph): string =>
  direction === 'ltr' || direction === 'rtl' ? direction : 'auto';

const isContinuation = ({ attributes }: RichParagraph): boolean =>
  (attributes['style'] ?? 'text') === 'text' && numberAt(attributes['indent']) > 0;
