import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** What somebody does in Word; `by` is the name that Word tracks it under, null without tracking. */
interface Said {
  readonly by: string;
  readonly text: string;
  /** The number of the comment that it answers. */
  readonly answers?: number;
}

const documentPart = 'word/document.xml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const names =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ' +
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const run = (text: string, tag = 't') =>
  text === '' ? '' : `<w:r w:rsidR="00AB12"><w:${tag} xml:space="preserve">${escaped(text)}</w:${tag}></w:r>`;
const date = 'w:date="2026-11-20T10:00:00Z"';

/** A Word file of ours as somebody edits it who has only Word: the bytes change as Word changes them. */
export class WordEdits {
  private readonly parts: Record<string, Uint8Array>;
  private readonly said: Said[] = [];
  private xml: string;
  private marks = 900;

  constructor(bytes: Uint8Array) {
    this.parts = unzipSync(bytes);
    this.xml = strFromU8(this.parts[documentPart]!);
  }

  /** Words that come behind others. */
  insert(behind: string, text: string, by: string | null): this {
    return this.around(behind, (words) => run(words) + this.came(run(text), by));
  }

  delete(words: string, by: string | null): this {
    return this.around(words, () => (by === null ? '' : this.went(words, by)));
  }

  replace(words: string, other: string, by: string | null): this {
    return this.around(words, () => (by === null ? run(other) : this.went(words, by) + this.came(run(other), by)));
  } // prettier-ignore

  /** Enter at the end of the paragraph with these words, and a new one typed there. */
  paragraphBehind(words: string, text: string, by: string | null): this {
    const { from, to } = this.paragraphOf(words);
    const old = this.xml.slice(from, to);
    const first = by === null ? old : this.endMarked(old, `<w:ins ${this.mark(by)}/>`);
    const properties = /<w:pPr>[\s\S]*?<\/w:pPr>/.exec(old)?.[0] ?? '';
    this.xml = `${this.xml.slice(0, from)}${first}<w:p w:rsidR="00AB12">${properties}${this.came(run(text), by)}</w:p>${this.xml.slice(to)}`;
    return this;
  }

  /** A whole paragraph with its end. */
  deleteParagraph(words: string, by: string | null): this {
    const { from, to } = this.paragraphOf(words);
    const old = this.xml.slice(from, to);
    const gone = this.endMarked(old, `<w:del ${this.mark(by ?? '')}/>`).replace(
      /<w:r[ >][\s\S]*?<\/w:r>/g,
      (each) => `<w:del ${this.mark(by ?? '')}>${each.replaceAll('<w:t ', '<w:delText ').replaceAll('</w:t>', '</w:delText>')}</w:del>`,
    ); // prettier-ignore
    this.xml = `${this.xml.slice(0, from)}${by === null ? '' : gone}${this.xml.slice(to)}`;
    return this;
  }

  /** Enter within a paragraph: its bookmark begins in the first half and ends in the second. */
  split(behind: string, by: string | null): this {
    return this.around(behind, (words) => {
      const { from } = this.paragraphOf(words);
      const properties = /<w:pPr>[\s\S]*?<\/w:pPr>/.exec(this.xml.slice(from))?.[0] ?? '';
      return `${run(words)}</w:p><w:p w:rsidR="00AB12">${properties}`;
    }).marked(behind, by === null ? null : `<w:ins ${this.mark(by)}/>`);
  }

  /** The paragraph with these words set otherwise; `properties` is what Word then says of it. */
  set(words: string, properties: string, by: string | null): this {
    const { from, to } = this.paragraphOf(words);
    const old = this.xml.slice(from, to);
    const all = /<w:pPr>([\s\S]*?)<\/w:pPr>/.exec(old)?.[1] ?? '';
    // Whose its end is stays.
    const end = /<w:rPr>[\s\S]*<\/w:rPr>/.exec(all)?.[0] ?? '';
    const former = all.replace(end, '');
    const change = by === null ? '' : `<w:pPrChange ${this.mark(by)}><w:pPr>${former}</w:pPr></w:pPrChange>`;
    const made = `<w:pPr>${properties}${end}${change}</w:pPr>`;
    const now = old.includes('<w:pPr>')
      ? old.replace(/<w:pPr>[\s\S]*?<\/w:pPr>/, made)
      : old.replace(/<w:p(?: [^>]*)?>/, (begin) => begin + made);
    this.xml = this.xml.slice(0, from) + now + this.xml.slice(to);
    return this;
  }

  /** The end of a paragraph deleted without a trace: the words of the next go on in it, and it is set as that one was. */
  join(words: string, next: string): this {
    const [one, other] = [this.paragraphOf(words), this.paragraphOf(next)];
    const [before, after] = [this.xml.slice(one.from, one.to), this.xml.slice(other.from, other.to)];
    const within = (paragraph: string) =>
      paragraph.replace(/^<w:p(?: [^>]*)?>(?:<w:pPr>[\s\S]*?<\/w:pPr>)?|<\/w:p>$/g, '');
    const made = `<w:p><w:pPr>${this.propertiesOf(next)}</w:pPr>${within(before)}${within(after)}</w:p>`;
    this.xml =
      this.xml.slice(0, one.from) + made + this.xml.slice(one.to, other.from) + this.xml.slice(other.to);
    return this;
  }

  /** What Word says of the paragraph with these words. */
  propertiesOf(words: string): string {
    const { from, to } = this.paragraphOf(words);
    return /<w:pPr>([\s\S]*?)<\/w:pPr>/.exec(this.xml.slice(from, to))?.[1] ?? '';
  }

  /** The whole paragraph once more behind itself, with its bookmark, as some programs paste it. */
  copyParagraph(words: string): this {
    const { from, to } = this.paragraphOf(words);
    this.xml = this.xml.slice(0, to) + this.xml.slice(from, to) + this.xml.slice(to);
    return this;
  }

  comment(words: string, said: Said): this {
    const id = this.said.push(said) - 1;
    return this.around(
      words,
      (each) =>
        `<w:commentRangeStart w:id="${id}"/>${run(each)}<w:commentRangeEnd w:id="${id}"/>` +
        `<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`,
    );
  }

  /** Without a place of its own. */
  reply(said: Said): this {
    this.said.push(said);
    return this;
  }

  /** As programs that know nothing of bookmarks and properties save it. */
  forget(...what: readonly ('bookmarks' | 'properties')[]): this {
    if (what.includes('bookmarks')) this.xml = this.xml.replace(/<w:bookmark(Start|End)[^>]*\/>/g, '');
    if (what.includes('properties')) delete this.parts['docProps/custom.xml'];
    return this;
  }

  bytes(): Uint8Array {
    const comments = this.said.map(
      ({ by, text }, id) =>
        `<w:comment w:id="${id}" w:author="${escaped(by)}" ${date} w:initials="X"><w:p w14:paraId="0000AA${id}"><w:r><w:annotationRef/></w:r>${run(text)}</w:p></w:comment>`,
    );
    const answers = this.said.map(
      ({ answers: of }, id) =>
        `<w15:commentEx w15:paraId="0000AA${id}"${of === undefined ? '' : ` w15:paraIdParent="0000AA${of}"`} w15:done="0"/>`,
    );
    const part = (root: string, inner: readonly string[]) =>
      strToU8(`${head}<${root} ${names}>${inner.join('')}</${root}>`);
    return zipSync({
      ...{ ...this.parts, [documentPart]: strToU8(this.xml) },
      'word/comments.xml': part('w:comments', comments),
      'word/commentsExtended.xml': part('w15:commentsEx', answers),
    });
  }

  private came = (inner: string, by: string | null) =>
    by === null ? inner : `<w:ins ${this.mark(by)}>${inner}</w:ins>`;
  private went = (words: string, by: string) => `<w:del ${this.mark(by)}>${run(words, 'delText')}</w:del>`;
  private mark = (by: string) => `w:id="${this.marks++}" w:author="${escaped(by)}" ${date}`;

  /** In place of words that stand in one run. */
  private around(words: string, make: (words: string) => string): this {
    const found = escaped(words);
    const pattern = /<w:r(?: [^>]*)?>(<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<\/w:rPr>)?<w:t xml:space="preserve">([^<]*)<\/w:t><\/w:r>/g;
    for (const match of this.xml.matchAll(pattern)) {
      const at = match[2]!.indexOf(found);
      if (at < 0) continue;
      const raw = (text: string) => (text === '' ? '' : `<w:r>${match[1] ?? ''}<w:t xml:space="preserve">${text}</w:t></w:r>`);
      const made = raw(match[2]!.slice(0, at)) + make(words) + raw(match[2]!.slice(at + found.length));
      this.xml = this.xml.slice(0, match.index) + made + this.xml.slice(match.index + match[0].length);
      return this;
    }
    throw new Error(`nowhere in one run: ${words}`);
  } // prettier-ignore

  /** The end of the paragraph with these words bears a mark. */
  private marked(words: string, mark: string | null): this {
    if (mark === null) return this;
    const { from, to } = this.paragraphOf(words);
    this.xml = this.xml.slice(0, from) + this.endMarked(this.xml.slice(from, to), mark) + this.xml.slice(to);
    return this;
  }

  private endMarked(paragraph: string, mark: string): string {
    const marked = `<w:rPr>${mark}</w:rPr></w:pPr>`;
    if (paragraph.includes('</w:pPr>')) return paragraph.replace('</w:pPr>', marked);
    return paragraph.replace(/<w:p(?: [^>]*)?>/, (begin) => `${begin}<w:pPr>${marked}`);
  }

  private paragraphOf(words: string): { from: number; to: number } {
    const at = this.xml.indexOf(escaped(words));
    if (at < 0) throw new Error(`nowhere: ${words}`);
    const from = Math.max(this.xml.lastIndexOf('<w:p>', at), this.xml.lastIndexOf('<w:p ', at));
    return { from, to: this.xml.indexOf('</w:p>', at) + '</w:p>'.length };
  }
}
