import { directionOfWords } from '@plenary/ground/kernel';
import type { Formats } from '@plenary/ground/text';
import { isSafeLink, ListCounts } from '@plenary/statements/domain';
import type { OutLine, OutPiece, Voice } from '../marked/marked.js';
import type { Outgoing, OutParagraph } from '../outgoing/outgoing.js';
import { saidBy } from './comments-part.js';
import { Numbering } from './numbering-part.js';
import { bookmarkOf } from './paragraph-names.js';
import { scriptRuns } from './script-runs.js';
import { continueStyle } from './styles-part.js';
import { wordsInRun } from './xml.js';

/** Notes of Word's own (the lines above the notes) have the two ids before. */
const firstNote = 1;

/** Writes paragraph after paragraph, and gathers what other parts of the file have to say of them. */
export class BodyWriter {
  readonly numbering = new Numbering();
  /** Addresses of links, in the order in which their relations are numbered. */
  readonly links: string[] = [];
  readonly notes: string[] = [];
  private readonly linkIds = new Map<string, number>();
  private readonly counts = new ListCounts();
  /** The numbered list that is open at each depth. */
  private readonly open: (number | undefined)[] = [];
  /** A numbered list that suggested items began, until something of the text follows them. */
  private begun: { readonly indent: number; readonly start: number; readonly list: number } | null = null;
  private annotations = 0;

  constructor(
    private readonly out: Pick<Outgoing, 'language'>,
    /** Numbers of the comments of each remark. */
    private readonly comments: readonly (readonly number[])[] = [],
  ) {}

  /** `remarks` are about the statement as a whole. */
  title(title: string, remarks: readonly number[] = []): string {
    const runs = directionOfWords(title, this.out.language);
    const words = this.opened(remarks) + this.text(title, {}, runs) + this.closed(remarks);
    return `<w:p><w:pPr><w:pStyle w:val="Title"/>${bidi(runs)}</w:pPr>${words}</w:p>`;
  }

  paragraph(paragraph: OutParagraph): string {
    const pieces = paragraph.content.map((inline) => ({ ...untouched, inline }));
    return this.line({ id: paragraph.id, was: paragraph, now: null, saidBy: null, pieces, end: null });
  }

  /** EXC-30: a paragraph with what somebody suggests of it. */
  line({ id, was, now, saidBy: by, pieces, end }: OutLine): string {
    const [before, after] = [was && this.propertiesOf(was), now && this.propertiesOfNew(now)];
    const shown = now ?? was;
    const mark = end ? `<w:rPr>${this.tracked(end.kind === 'inserted' ? 'ins' : 'del', end.by)}</w:rPr>` : '';
    // Where its end is new there is nothing that it was before.
    const isOther = before !== null && after !== null && by !== null && before !== after;
    const change = isOther ? this.tracked('pPrChange', by, `<w:pPr>${before}</w:pPr>`) : '';
    const properties = `${after ?? before ?? ''}${mark}${change}`;
    return `<w:p><w:pPr>${properties}</w:pPr>${this.marked(id, this.content(pieces, shown?.runs ?? 'ltr'))}</w:p>`;
  }

  private propertiesOf(paragraph: OutParagraph): string {
    return `${this.place(paragraph)}${bidi(paragraph.runs)}`;
  }

  private propertiesOfNew(paragraph: OutParagraph): string {
    return `${this.placeOfNew(paragraph)}${bidi(paragraph.runs)}`;
  }

  /** Style and number. */
  private place(paragraph: OutParagraph): string {
    const { style, indent, number } = paragraph;
    const before = this.counts.next(indent);
    this.counts.take(paragraph);
    const { begun } = this;
    this.begun = null;
    if (style !== 'bullet' && style !== 'numbered') return this.placeOfText(paragraph);
    const isOn = style === 'numbered' && before === number.listNumber && before > 1;
    // Suggested items in front of the first one of a list are of that list.
    const isBegun = !isOn && begun?.indent === indent && begun.start === number.listNumber;
    return this.placeOfItem(
      indent,
      this.listAt(indent, isOn, number.listNumber, isBegun ? begun.list : null),
    );
  }

  /**
   * The same of what is only suggested: it counts for nobody else, so that all numbers of the text are right as long as it
   * is not accepted.
   */
  private placeOfNew(paragraph: OutParagraph): string {
    const { style, indent, number } = paragraph;
    if (style === 'bullet') return this.placeOfItem(indent, this.numbering.bullets);
    if (style !== 'numbered') return this.placeOfText(paragraph);
    const start = number.listNumber ?? 1;
    const open = this.begun?.indent === indent ? this.begun.list : this.open[indent];
    if (start > 1 && open !== undefined) return this.placeOfItem(indent, open);
    this.begun = { indent, start, list: this.numbering.begin(indent, start) };
    return this.placeOfItem(indent, this.begun.list);
  }

  private placeOfItem(indent: number, list: number): string {
    return `<w:pStyle w:val="ListParagraph"/>${numbered(list, indent)}`;
  }

  private placeOfText({ style, kind, level, indent, number }: OutParagraph): string {
    if (style === 'heading') return `<w:pStyle w:val="Heading${level}"/>`;
    if (style === 'quote') return '<w:pStyle w:val="Quote"/>';
    if (number.label !== null) return numbered(this.numbering.ofKind(kind), 0);
    return indent > 0 ? `<w:pStyle w:val="${continueStyle(indent - 1)}"/>` : '';
  }

  private listAt(indent: number, isOn: boolean, listNumber: number | null, begun: number | null): number {
    this.open.length = Math.min(this.open.length, indent + 1);
    if (listNumber === null) {
      this.open[indent] = undefined;
      return this.numbering.bullets;
    }
    const list = begun ?? (isOn ? this.open[indent] : undefined) ?? this.numbering.begin(indent, listNumber);
    this.open[indent] = list;
    return list;
  }

  /** EXC-4: a bookmark around the words bears the paragraph's id. */
  private marked(id: string | null, content: string): string {
    const name = id === null ? null : bookmarkOf(id);
    if (name === null) return content;
    const mark = this.annotations++;
    return `<w:bookmarkStart w:id="${mark}" w:name="${name}"/>${content}<w:bookmarkEnd w:id="${mark}"/>`;
  }

  private content(pieces: readonly OutPiece[], runs: 'ltr' | 'rtl'): string {
    return pieces
      .map((piece) => this.opened(piece.opens) + this.piece(piece, runs) + this.closed(piece.closes))
      .join('');
  }

  private piece(piece: OutPiece, runs: 'ltr' | 'rtl'): string {
    const { inline, change } = piece;
    const within = (content: string) =>
      change ? this.tracked(change.kind === 'inserted' ? 'ins' : 'del', change.by, content) : content;
    if ('embed' in inline)
      return inline.embed === 'footnote' ? within(this.note(inline.values['text'] ?? '')) : '';
    const formats = inline.formats ?? {};
    const text = within(this.text(inline.text, formats, runs, piece));
    const href = hrefOf(formats);
    return href === null
      ? text
      : `<w:hyperlink r:id="${this.linkId(href)}" w:history="1">${text}</w:hyperlink>`;
  }

  /** An element that says who changed something. */
  private tracked(name: string, by: Voice, content?: string): string {
    const start = `w:${name} w:id="${this.annotations++}" ${saidBy(by)}`;
    return content === undefined ? `<${start}/>` : `<${start}>${content}</w:${name}>`;
  }

  /** Where what is said beside the text begins, and where it ends. */
  private opened(remarks: readonly number[]): string {
    return this.commentsOf(remarks, (id) => `<w:commentRangeStart w:id="${id}"/>`);
  }

  private closed(remarks: readonly number[]): string {
    return this.commentsOf(
      remarks,
      (id) =>
        `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`,
    );
  }

  private commentsOf(remarks: readonly number[], write: (id: number) => string): string {
    return remarks.flatMap((remark) => this.comments[remark] ?? []).map(write).join(''); // prettier-ignore
  }

  private note(text: string): string {
    const id = firstNote - 1 + this.notes.push(text);
    return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`;
  }

  private linkId(href: string): string {
    const known = this.linkIds.get(href);
    const id = known ?? this.links.push(href);
    this.linkIds.set(href, id);
    return linkRelation(id);
  }

  /** Notes as their own part of the file says them. */
  writtenNote(text: string, at: number): string {
    const runs = directionOfWords(text, this.out.language);
    return (
      `<w:footnote w:id="${firstNote + at}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/>${bidi(runs)}</w:pPr>` +
      '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>' +
      `<w:r><w:t xml:space="preserve"> </w:t></w:r>${this.text(text, {}, runs)}</w:p></w:footnote>`
    );
  }

  private text(text: string, formats: Formats, runs: 'ltr' | 'rtl', piece: OutPiece | null = null): string {
    const name = piece?.change?.kind === 'deleted' ? 'delText' : 't';
    return scriptRuns(text, runs)
      .map(({ text: words, rtl }) => {
        const now = looks(formats, rtl);
        const before = piece?.before
          ? this.tracked('rPrChange', piece.before.by, `<w:rPr>${looks(piece.before.formats, rtl)}</w:rPr>`)
          : '';
        return `<w:r>${now || before ? `<w:rPr>${now}${before}</w:rPr>` : ''}${wordsInRun(words, name)}</w:r>`;
      })
      .join('');
  }
}

const untouched = { change: null, before: null, opens: [], closes: [] };

const looks = (formats: Formats, rtl: boolean): string =>
  [
    hrefOf(formats) !== null && '<w:rStyle w:val="Hyperlink"/>',
    formats['bold'] && '<w:b/><w:bCs/>',
    formats['italic'] && '<w:i/><w:iCs/>',
    rtl && '<w:rtl/>',
  ]
    .filter(Boolean)
    .join('');

/** The relation of a link, by its number; those of the parts of the file have other names. */
export const linkRelation = (id: number): string => `rIdLink${id}`;

const bidi = (runs: 'ltr' | 'rtl'): string => (runs === 'rtl' ? '<w:bidi/>' : '');

const numbered = (list: number, depth: number): string =>
  `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`;

function hrefOf({ link }: Formats): string | null {
  const href = typeof link === 'object' ? link['href'] : undefined;
  return isSafeLink(href) ? href : null;
}
