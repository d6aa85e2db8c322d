import { lineBreak, type Formats, type Inline } from '@plenary/ground/text';
import { isSafeLink, statementLimits } from '@plenary/statements/domain';
import { paragraphOf } from '../../docx/paragraph-names.js';
import { inParts, type Draft, type NotCarried } from '../incoming.js';
import { raisedOrLowered } from './raised-figures.js';
import { isOn, type Attributes, type XmlVisitor } from './walk-xml.js';
import type { WordItem, WordNumbering } from './word-numbering.js';
import type { WordStyles } from './word-styles.js';

/** What tracked changes are taken for. */
export const trackedAs = ['accepted', 'rejected'] as const;
export type TrackedAs = (typeof trackedAs)[number];

/** The same, where they may be kept: then the text is as if all were rejected. */
export const trackedIn = [...trackedAs, 'suggestions'] as const;
export type TrackedIn = (typeof trackedIn)[number];
export const textTakenAs = (tracked: TrackedIn): TrackedAs =>
  tracked === 'suggestions' ? 'rejected' : tracked;

/** What stands around the words of a file, and what is counted of them. */
export interface Surroundings {
  readonly styles: WordStyles;
  readonly numbering: WordNumbering;
  /** Addresses of links, by their relations. */
  readonly links: ReadonlyMap<string, string>;
  /** Words of notes by their ids. */
  readonly notes: { readonly footnote: Map<string, string>; readonly endnote: Map<string, string> };
  readonly tracked: TrackedAs;
  /** A file that Plenary made: what it says is meant, and what it does not say, too. */
  readonly own: boolean;
  readonly tally: Tally;
  /** Tells who changed what, instead of taking it for accepted or rejected; moves are still taken as `tracked` says. */
  readonly marksChanges?: boolean;
  /** Tells where the words begin and end that a comment is about. */
  readonly marksComments?: boolean;
}

/** Whose tracked change something is; absent where it is nobody's. */
export interface ChangedBy {
  readonly in?: string;
  readonly out?: string;
}

/** What stands in a paragraph, with the marks of changes and comments. */
export type MarkedInline = Inline & ChangedBy & { readonly comment?: CommentEdge };

/** Where the words begin or end that a comment is about. */
export interface CommentEdge {
  readonly id: string;
  readonly is: 'start' | 'end';
}

export class Tally {
  insertions = 0;
  deletions = 0;
  settings = 0;
  readonly notCarried: Partial<Record<NotCarried, number>> = {};

  add(kind: NotCarried, count = 1): void {
    if (count > 0) this.notCarried[kind] = (this.notCarried[kind] ?? 0) + count;
  }
}

/** A paragraph of Word as it was read; `title` where its style says that it is the file's. */
export interface WordDraft extends Draft {
  readonly title: boolean;
  /** Of each of our bookmarks that begin in it. */
  readonly ids?: readonly string[];
  /** Its end was inserted, so that it was one with the next, or deleted. */
  readonly end?: ChangedBy;
  /** How it was set before somebody set it otherwise. */
  readonly was?: Setting & { readonly by: string };
}

/** How a paragraph is set. */
export type Setting = Pick<Draft, 'style' | 'kind' | 'level' | 'indent'>;

/** What Word says of a paragraph. */
interface Properties {
  style: string | null;
  numId: string | null;
  ilvl: number | null;
  bidi: boolean | null;
  outline: number | null;
}

interface Paragraph extends Properties {
  id: string | null;
  ids: string[];
  end: ChangedBy;
  /** What Word said of it before a tracked change, and whose that is. */
  former: (Properties & { readonly by: string }) | null;
  content: Inline[];
  /** Its end is a tracked change that is not there: what follows goes on in it. */
  joins: boolean;
  /** What stands in boxes of it. */
  readonly after: WordDraft[];
}

interface Run {
  bold: boolean;
  italic: boolean;
  complex: { bold: boolean; italic: boolean };
  rtl: boolean;
  hidden: boolean;
  struck: boolean;
  script: string;
}

interface Field {
  instruction: string;
  showing: boolean;
}

const noProperties = (): Properties => ({
  ...{ style: null, numId: null, ilvl: null, bidi: null, outline: null },
});
const newParagraph = (content: Inline[]): Paragraph => ({
  ...{ id: null, ids: [], end: {}, former: null, ...noProperties() },
  ...{ content, joins: false, after: [] },
});
/** Of what a paragraph was before a tracked change, what is read. */
const formerNames = new Set(['pPr', 'pStyle', 'numPr', 'numId', 'ilvl', 'bidi', 'outlineLvl']);
const newRun = (): Run => ({
  ...{ bold: false, italic: false, complex: { bold: false, italic: false } },
  ...{ rtl: false, hidden: false, struck: false, script: '' },
});

/**
 * Reads the words of a part of a Word file: paragraphs, in whatever they stand (tables, boxes, fields, tracked changes).
 * What it does not know it walks through, so that no word is lost.
 */
export class StoryReader implements XmlVisitor {
  readonly drafts: WordDraft[] = [];
  private readonly paragraphs: Paragraph[] = [];
  private readonly runs: Run[] = [];
  private readonly fields: Field[] = [];
  private readonly links: (string | null)[] = [];
  private readonly path: string[] = [];
  /** How many things around hide what is read: changes that are not there, lists of contents. */
  private hidden = 0;
  /** The same for each element that is open: it takes away with it what it hides. */
  private readonly veils: number[] = [];
  private carried: Inline[] = [];
  /** Tracked changes around what is read, with the depth at which each began. */
  private readonly changes: (ChangedBy & { readonly depth: number })[] = [];
  /** What stands between paragraphs and belongs to the next. */
  private readonly ahead: { edges: MarkedInline[]; ids: string[] } = { edges: [], ids: [] };

  constructor(private readonly around: Surroundings) {}

  enter(name: string, attributes: Attributes): boolean | void {
    if (this.path.includes('pPrChange') && !formerNames.has(name)) return false;
    if (name === 'pPrChange' && this.path.at(-1) === 'pPr') {
      const paragraph = this.paragraphs.at(-1);
      if (paragraph) paragraph.former = { ...noProperties(), by: attributes['author'] ?? '' };
    } else if (/Change$/.test(name)) {
      this.around.tally.add('formatting');
      return false;
    }
    if (name === 'Fallback' || name === 'sectPr' || name === 'object' || name === 'altChunk') {
      if (name === 'object' || name === 'altChunk') this.around.tally.add('embedded');
      return false;
    }
    this.path.push(name);
    this.veils.push(0);
    this.begin(name, attributes);
  }

  leave(name: string): void {
    if (name === 'p') this.endParagraph();
    else if (name === 'r') this.runs.pop();
    else if (name === 'hyperlink' || name === 'fldSimple') this.links.pop();
    this.path.pop();
    this.hidden -= this.veils.pop() ?? 0;
    while ((this.changes.at(-1)?.depth ?? -1) >= this.path.length) this.changes.pop();
  }

  text(text: string): void {
    const within = this.path.at(-1);
    const field = this.fields.at(-1);
    if (within === 'instrText' && field && !field.showing) field.instruction += text;
    if (within === 't' || within === 'delText') this.words(text);
  }

  /** After the last element. */
  end(): void {
    if (this.carried.length > 0) this.put({ ...newParagraph(this.carried), joins: false });
    this.carried = [];
  }

  private begin(name: string, attributes: Attributes): void {
    const paragraph = this.paragraphs.at(-1);
    const run = this.runs.at(-1);
    const { val } = attributes;
    if (this.path.includes('pPrChange')) {
      if (paragraph?.former) property(paragraph.former, name, attributes);
      return;
    }
    switch (name) {
      case 'p':
        this.paragraphs.push(newParagraph(this.paragraphs.length === 0 ? this.carried : []));
        if (this.paragraphs.length === 1) this.carried = [];
        this.paragraphs.at(-1)!.content.push(...this.ahead.edges.splice(0));
        this.paragraphs.at(-1)!.ids.push(...this.ahead.ids.splice(0));
        return;
      case 'r':
        this.runs.push(newRun());
        return;
      case 'ins':
      case 'del':
      case 'moveFrom':
      case 'moveTo':
        return this.change(name, attributes['author'] ?? '');
      case 'commentRangeStart':
        return this.edge({ id: attributes['id'] ?? '', is: 'start' });
      case 'commentRangeEnd':
      case 'commentReference':
        return this.edge({ id: attributes['id'] ?? '', is: 'end' });
      case 'moveToRangeStart':
        return this.around.tally.add('moves');
      case 'tbl':
        return this.around.tally.add('tables');
      case 'txbxContent':
        return this.around.tally.add('drawings');
      case 'blip':
      case 'imagedata':
        return this.around.tally.add('pictures');
      case 'docPartGallery':
        if (!/^table of contents$/i.test(val ?? '')) return;
        this.around.tally.add('contents');
        return this.hide(this.path.lastIndexOf('sdt'));
      case 'hyperlink':
        this.links.push(this.around.links.get(attributes['id'] ?? '') ?? null);
        return;
      case 'fldSimple':
        this.links.push(addressIn(attributes['instr'] ?? ''));
        return;
      case 'fldChar':
        return this.field(attributes['fldCharType'] ?? '');
      case 'bookmarkStart':
        return this.bookmark(paragraphOf(attributes['name'] ?? ''));
      case 'footnoteReference':
      case 'endnoteReference':
        return this.note(name === 'footnoteReference' ? 'footnote' : 'endnote', attributes['id'] ?? '');
      case 'br':
        if (!attributes['type'] || attributes['type'] === 'textWrapping') this.words(lineBreak);
        return;
      case 'cr':
        return this.words(lineBreak);
      case 'tab':
      case 'ptab':
        // In the properties of a paragraph it is a place and no character.
        if (run && !this.path.includes('pPr')) this.words(' ');
        return;
      case 'noBreakHyphen':
        return this.words('\u2011');
      case 'softHyphen':
        return this.words('\u00ad');
      case 'sym':
        return this.words(signOf(attributes['char'] ?? ''));
    }
    if (this.path.at(-2) === 'rPr' && run && this.path.at(-3) === 'r') this.look(run, name, attributes);
    else if (paragraph && this.path.includes('pPr')) property(paragraph, name, attributes);
  }

  private look(run: Run, name: string, attributes: Attributes): void {
    if (name === 'rStyle') {
      const style = this.around.styles.of(attributes['val'] ?? null);
      run.bold ||= style.bold ?? false;
      run.italic ||= style.italic ?? false;
    } else if (name === 'b') run.bold = isOn(attributes);
    else if (name === 'i') run.italic = isOn(attributes);
    else if (name === 'bCs') run.complex.bold = isOn(attributes);
    else if (name === 'iCs') run.complex.italic = isOn(attributes);
    else if (name === 'rtl') run.rtl = isOn(attributes);
    else if (name === 'vanish' || name === 'webHidden') run.hidden = isOn(attributes);
    else if (name === 'strike' || name === 'dstrike') {
      if (isOn(attributes)) {
        run.struck = true;
        this.around.tally.add('struck');
      }
    } else if (name === 'vertAlign') run.script = attributes['val'] ?? '';
  }

  /** A tracked change: around runs, at the end of a paragraph, or of a row. */
  private change(name: 'ins' | 'del' | 'moveFrom' | 'moveTo', author: string): void {
    const { tracked, tally, marksChanges } = this.around;
    const parent = this.path.at(-2);
    if (name === 'ins') tally.insertions++;
    if (name === 'del') tally.deletions++;
    if (marksChanges && (name === 'ins' || name === 'del'))
      return this.mark(parent, name === 'ins' ? { in: author } : { out: author });
    const isNew = name === 'ins' || name === 'moveTo';
    const isThere = isNew === (tracked === 'accepted');
    if (isThere) return;
    if (parent === 'rPr') {
      const paragraph = this.paragraphs.at(-1);
      if (paragraph && this.path.at(-3) === 'pPr') paragraph.joins = true;
    } else if (parent === 'trPr') this.hide(this.path.lastIndexOf('tr'));
    else this.hide(this.path.length - 1);
  }

  private mark(parent: string | undefined, by: ChangedBy): void {
    const paragraph = this.paragraphs.at(-1);
    if (parent === 'rPr') {
      if (paragraph && this.path.at(-3) === 'pPr') paragraph.end = { ...paragraph.end, ...by };
      return;
    }
    const depth = parent === 'trPr' ? this.path.lastIndexOf('tr') : this.path.length - 1;
    if (depth >= 0) this.changes.push({ ...by, depth });
  }

  private changedBy(): ChangedBy {
    const { in: came, out } = Object.assign({}, ...this.changes) as ChangedBy;
    return { ...(came === undefined ? {} : { in: came }), ...(out === undefined ? {} : { out }) };
  }

  private edge(comment: CommentEdge): void {
    if (!this.around.marksComments) return;
    const edge: MarkedInline = { text: '', comment };
    (this.paragraphs.at(-1)?.content ?? this.ahead.edges).push(edge);
  }

  private bookmark(id: string | null): void {
    const paragraph = this.paragraphs.at(-1);
    if (id === null) return;
    if (paragraph) paragraph.id ??= id;
    (paragraph?.ids ?? this.ahead.ids).push(id);
  }

  /** Hides what comes in an element that is open; what hides a row or a list of contents is said within it. */
  private hide(at: number): void {
    if (at < 0) return;
    this.veils[at]!++;
    this.hidden++;
  }

  private field(type: string): void {
    if (type === 'begin') this.fields.push({ instruction: '', showing: false });
    const field = this.fields.at(-1);
    if (type === 'separate' && field) field.showing = true;
    if (type === 'end') this.fields.pop();
  }

  private note(kind: 'footnote' | 'endnote', id: string): void {
    const text = this.around.notes[kind].get(id);
    if (!text || !this.isShown()) return;
    const marks = this.changedBy();
    this.paragraphs.at(-1)?.content.push(...inParts(text).map((note) => ({ ...note, ...marks })));
  }

  private words(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph || !this.isShown() || text === '') return;
    const run = this.runs.at(-1);
    const said = text.replace(/[\n\r\t]+/g, ' ');
    const words = raisedOrLowered(said, run?.script ?? '');
    paragraph.content.push({ text: words, ...this.formats(run), ...this.changedBy() });
  }

  private isShown(): boolean {
    const run = this.runs.at(-1);
    return this.hidden === 0 && !run?.hidden && !run?.struck && this.fields.every(({ showing }) => showing);
  }

  private formats(run: Run | undefined): { formats?: Formats } {
    const field = this.fields.map(({ instruction }) => addressIn(instruction)).findLast(Boolean);
    const href = this.links.findLast((link) => link !== null) ?? field;
    const bold = run && (run.bold || (run.rtl && run.complex.bold));
    const italic = run && (run.italic || (run.rtl && run.complex.italic));
    const formats: Formats = {
      ...(bold ? { bold: true } : {}),
      ...(italic ? { italic: true } : {}),
      ...(href && isSafeLink(href) ? { link: { href } } : {}),
    };
    return Object.keys(formats).length > 0 ? { formats } : {};
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop()!;
    if (this.hidden > 0) return;
    if (paragraph.joins && this.paragraphs.length === 0) this.carried = paragraph.content;
    else this.put(paragraph);
  }

  private put(paragraph: Paragraph): void {
    const target = this.paragraphs.at(-1)?.after ?? this.drafts;
    const draft = this.draftOf(paragraph, target.at(-1));
    if (draft) target.push(draft);
    target.push(...paragraph.after);
  }

  private draftOf(paragraph: Paragraph, before: WordDraft | undefined): WordDraft | null {
    const { styles, numbering, tally, own, tracked, marksChanges } = this.around;
    const { content, id, ids, end, former } = paragraph;
    const isAsBefore = former !== null && !marksChanges && tracked === 'rejected';
    const properties = isAsBefore ? former : paragraph;
    const style = styles.of(properties.style);
    // In other files a paragraph that says nothing may run as its words do.
    const bidi = properties.bidi ?? style.bidi ?? (own ? false : null);
    const shared = {
      ...{ title: style.name === 'title', ...(id ? { id } : {}), ...(marksChanges ? { ids, end } : {}) },
      ...(bidi === null ? {} : { runs: bidi ? ('rtl' as const) : ('ltr' as const) }),
    };
    if (/^(toc|table of figures) ?\d?$/.test(style.name)) {
      if (content.length > 0) tally.add('contents');
      return null;
    }
    const set = this.settingOf(properties, before, (...item) => numbering.take(...item));
    const other = former && this.settingOf(isAsBefore ? paragraph : former, before, (...item) => numbering.look(...item)); // prettier-ignore
    if (other && sameSetting(set, other)) tally.add('formatting');
    if (other && !sameSetting(set, other)) tally.settings++;
    const was = marksChanges && other && !sameSetting(set, other) ? { ...other, by: former.by } : null;
    const isHeading = set.style === 'heading' && !shared.title;
    const words = isHeading && !own ? withoutWholeBold(content) : content;
    return { ...shared, ...set, content: words, ...(was ? { was } : {}) };
  }

  private settingOf(
    properties: Properties,
    before: WordDraft | undefined,
    take: (numId: string, depth: number) => WordItem,
  ): Setting & Pick<Draft, 'number'> {
    const style = this.around.styles.of(properties.style);
    if (style.name === 'title') return { style: 'heading', level: 1 };
    const numId = properties.numId ?? style.numId;
    const depth = Math.max(0, properties.ilvl ?? style.ilvl ?? 0);
    const item = numId === null || numId === '0' ? null : take(numId, depth);
    const level = levelOf(style.name, properties.outline ?? style.outline);
    if (level !== null) return { style: 'heading', level };
    if (item && 'kind' in item) return { style: 'text', kind: item.kind };
    const indent = Math.min(depth, statementLimits.deepestIndent);
    if (item && 'bullet' in item) return { style: 'bullet', indent };
    if (item) return { style: 'numbered', indent, number: item.number };
    if (/^(intense )?quote$|^block text$/.test(style.name)) return { style: 'quote' };
    return { style: 'text', ...going(style.name, before) };
  }
}

const sameSetting = (one: Setting, other: Setting): boolean =>
  one.style === other.style &&
  (one.kind ?? 'plain') === (other.kind ?? 'plain') &&
  (one.level ?? 1) === (other.level ?? 1) &&
  (one.indent ?? 0) === (other.indent ?? 0);

function property(paragraph: Properties, name: string, attributes: Attributes): void {
  const { val = '' } = attributes;
  if (name === 'pStyle') paragraph.style = val;
  else if (name === 'numId') paragraph.numId = val;
  else if (name === 'ilvl') paragraph.ilvl = Number(val) || 0;
  else if (name === 'bidi') paragraph.bidi = isOn(attributes);
  else if (name === 'outlineLvl') paragraph.outline = Number(val);
}

/** What goes on in an item: said by its style, or by that of lists where it has no number itself. */
function going(style: string, before: WordDraft | undefined): { indent?: number } {
  const said = /^list continue(?: (\d))?$/.exec(style);
  if (said) return { indent: Math.min(Number(said[1] ?? 1), statementLimits.deepestIndent + 1) };
  if (style !== 'list paragraph' || !before) return {};
  const isItem = before.style === 'bullet' || before.style === 'numbered';
  if (isItem) return { indent: (before.indent ?? 0) + 1 };
  return before.style === 'text' && before.indent ? { indent: before.indent } : {};
}

function levelOf(style: string, outline: number | null): number | null {
  const named = Number(/^heading (\d)$/.exec(style)?.[1] ?? 0);
  const level = named || (outline !== null && outline < 9 ? outline + 1 : 0);
  return level > 0 ? Math.min(level, statementLimits.headingLevels) : null;
}

/** Every heading is bold; one that is bold as a whole says nothing by it. */
function withoutWholeBold(content: readonly Inline[]): Inline[] {
  const isWhole = content.every((each) => !('text' in each) || !each.text.trim() || each.formats?.['bold']);
  if (!isWhole) return [...content];
  return content.map((each) => {
    if (!('text' in each) || !each.formats) return each;
    const { formats: all, ...rest } = each;
    const { bold: _, ...formats } = all;
    return Object.keys(formats).length > 0 ? { ...rest, formats } : rest;
  });
}

/** `HYPERLINK "https://…"`; a link within the file has no address. */
const addressIn = (instruction: string): string | null =>
  /^\s*HYPERLINK\s+"([^"]+)"/i.exec(instruction)?.[1] ?? null;

/** Signs of fonts that have signs where others have characters are left out: nobody knows what they show. */
function signOf(code: string): string {
  const sign = Number.parseInt(code, 16);
  return Number.isNaN(sign) || sign < 0x20 || (sign >= 0xe000 && sign <= 0xf8ff) || sign > 0xffff
    ? ''
    : String.fromCharCode(sign);
}
