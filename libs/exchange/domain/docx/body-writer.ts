import { directionOfWords } from '@plenary/ground/kernel';
import type { Formats, Inline } from '@plenary/ground/text';
import { isSafeLink, ListCounts } from '@plenary/statements/domain';
import type { Outgoing, OutParagraph } from '../outgoing/outgoing.js';
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
  private bookmarks = 0;

  constructor(private readonly out: Pick<Outgoing, 'language'>) {}

  title(title: string): string {
    const runs = directionOfWords(title, this.out.language);
    return `<w:p><w:pPr><w:pStyle w:val="Title"/>${bidi(runs)}</w:pPr>${this.text(title, {}, runs)}</w:p>`;
  }

  paragraph(paragraph: OutParagraph): string {
    const { id, content, runs } = paragraph;
    const properties = `${this.place(paragraph)}${bidi(runs)}`;
    return `<w:p><w:pPr>${properties}</w:pPr>${this.marked(id, this.content(content, runs))}</w:p>`;
  }

  /** Style and number. */
  private place(paragraph: OutParagraph): string {
    const { style, kind, level, indent, number } = paragraph;
    const before = this.counts.next(indent);
    this.counts.take(paragraph);
    if (style === 'bullet' || style === 'numbered') {
      const isOn = style === 'numbered' && before === number.listNumber && before > 1;
      const list = this.listAt(indent, isOn, number.listNumber);
      return `<w:pStyle w:val="ListParagraph"/>${numbered(list, indent)}`;
    }
    if (style === 'heading') return `<w:pStyle w:val="Heading${level}"/>`;
    if (style === 'quote') return '<w:pStyle w:val="Quote"/>';
    if (number.label !== null) return numbered(this.numbering.ofKind(kind), 0);
    return indent > 0 ? `<w:pStyle w:val="${continueStyle(indent - 1)}"/>` : '';
  }

  private listAt(indent: number, isOn: boolean, listNumber: number | null): number {
    this.open.length = Math.min(this.open.length, indent + 1);
    if (listNumber === null) {
      this.open[indent] = undefined;
      return this.numbering.bullets;
    }
    const list = (isOn ? this.open[indent] : undefined) ?? this.numbering.begin(indent, listNumber);
    this.open[indent] = list;
    return list;
  }

  /** EXC-4: a bookmark around the words bears the paragraph's id. */
  private marked(id: string | null, content: string): string {
    const name = id === null ? null : bookmarkOf(id);
    if (name === null) return content;
    const mark = this.bookmarks++;
    return `<w:bookmarkStart w:id="${mark}" w:name="${name}"/>${content}<w:bookmarkEnd w:id="${mark}"/>`;
  }

  private content(content: readonly Inline[], runs: 'ltr' | 'rtl'): string {
    return content
      .map((inline) => {
        if ('embed' in inline)
          return inline.embed === 'footnote' ? this.note(inline.values['text'] ?? '') : '';
        const formats = inline.formats ?? {};
        const text = this.text(inline.text, formats, runs);
        const href = hrefOf(formats);
        return href === null
          ? text
          : `<w:hyperlink r:id="${this.linkId(href)}" w:history="1">${text}</w:hyperlink>`;
      })
      .join('');
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

  private text(text: string, formats: Formats, runs: 'ltr' | 'rtl'): string {
    return scriptRuns(text, runs)
      .map(({ text: piece, rtl }) => `<w:r>${this.looks(formats, rtl)}${wordsInRun(piece)}</w:r>`)
      .join('');
  }

  private looks(formats: Formats, rtl: boolean): string {
    const marks = [
      hrefOf(formats) !== null && '<w:rStyle w:val="Hyperlink"/>',
      formats['bold'] && '<w:b/><w:bCs/>',
      formats['italic'] && '<w:i/><w:iCs/>',
      rtl && '<w:rtl/>',
    ].filter(Boolean);
    return marks.length > 0 ? `<w:rPr>${marks.join('')}</w:rPr>` : '';
  }
}

/** The relation of a link, by its number; those of the parts of the file have other names. */
export const linkRelation = (id: number): string => `rIdLink${id}`;

const bidi = (runs: 'ltr' | 'rtl'): string => (runs === 'rtl' ? '<w:bidi/>' : '');

const numbered = (list: number, depth: number): string =>
  `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`;

function hrefOf({ link }: Formats): string | null {
  const href = typeof link === 'object' ? link['href'] : undefined;
  return isSafeLink(href) ? href : null;
}
