import { lineBreak } from '@plenary/ground/text';
import { failExchange } from '../../exchange.errors.js';
import { properties } from '../../docx/write-docx.js';
import { wordsOf } from '../../outgoing/outgoing.js';
import { settled, type Incoming } from '../incoming.js';
import { openZip, type Parts } from './open-zip.js';
import { StoryReader, Tally, type Surroundings, type TrackedAs, type WordDraft } from './story-reader.js';
import { Effort, walkXml, type Attributes } from './walk-xml.js';
import { WordNumbering } from './word-numbering.js';
import { WordStyles } from './word-styles.js';

/** Parts that are read; what else is in the file, nobody unfolds. */
const wanted =
  /^(\[Content_Types\]\.xml|docProps\/custom\.xml|word\/(styles|numbering|comments|footnotes|endnotes|document\d?)\.xml|word\/_rels\/document\d?\.xml\.rels)$/i;

/**
 * EXC-11: a Word file as paragraphs, with its tracked changes as if all were accepted, or all rejected. Throws
 * `exchange.…`. `pause` is awaited after each piece of work.
 */
export async function readDocx(
  bytes: Uint8Array,
  tracked: TrackedAs = 'accepted',
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<Incoming> {
  const parts = openZip(bytes, (name) => wanted.test(name));
  const effort = new Effort(pause);
  const main = await mainPart(parts, effort);
  const of = await originOf(parts.get('docProps/custom.xml'), effort);
  const around: Surroundings = {
    own: of !== null,
    ...{ styles: new WordStyles(), numbering: new WordNumbering(), tally: new Tally(), tracked },
    links: await linksOf(parts.get(`word/_rels/${main.slice('word/'.length)}.rels`), effort),
    notes: { footnote: new Map(), endnote: new Map() },
  };
  const { styles, numbering, tally } = around;
  await styles.read(parts.get('word/styles.xml') ?? '<none/>', effort);
  await numbering.read(parts.get('word/numbering.xml') ?? '<none/>', effort);
  for (const kind of ['footnote', 'endnote'] as const)
    await readNotes(parts.get(`word/${kind}s.xml`), kind, around, effort);
  const story = new StoryReader(around);
  await walkXml(parts.get(main)!, story, effort);
  story.end();
  tally.add('comments', await countOf(parts.get('word/comments.xml'), 'comment', effort));
  const { insertions, deletions, settings, notCarried } = tally;
  const { title, drafts } = withTitle(story.drafts);
  const paragraphs = settled(drafts);
  return {
    ...{ title, paragraphs, insertions, deletions, settings, notCarried, of },
    language: languageOf(styles, drafts),
  };
}

/** Where the words stand; refuses what is no text of Word's, and what brings programs. */
export async function mainPart(parts: Parts, effort: Effort): Promise<string> {
  const types = parts.get('[Content_Types].xml');
  if (!types) return failExchange('exchange.file-unknown');
  let main = '';
  await walkXml(
    types,
    {
      enter: (_, { PartName = '', ContentType = '' }) => {
        if (/macroEnabled|vbaProject/i.test(ContentType)) failExchange('exchange.macros');
        if (/wordprocessingml\.(document|template)\.main\+xml$/.test(ContentType)) main = PartName.replace(/^\//, '');
      },
      leave: () => undefined,
    },
    effort,
  ); // prettier-ignore
  return parts.has(main) ? main : failExchange('exchange.file-unknown');
}

export async function linksOf(xml: string | undefined, effort: Effort): Promise<Map<string, string>> {
  const links = new Map<string, string>();
  const enter = (_: string, { Id, Type = '', Target, TargetMode }: Attributes) => {
    if (Id && Target && TargetMode === 'External' && Type.endsWith('/hyperlink')) links.set(Id, Target);
  };
  if (xml) await walkXml(xml, { enter, leave: () => undefined }, effort);
  return links;
}

/** Words of notes; their own lines are put together by breaks. */
export async function readNotes(
  xml: string | undefined,
  kind: 'footnote' | 'endnote',
  around: Surroundings,
  effort: Effort,
): Promise<void> {
  if (!xml) return;
  let story: StoryReader | null = null;
  let id = '';
  await walkXml(
    xml,
    {
      enter: (name, attributes) => {
        if (name === kind) {
          if (attributes['type'] && attributes['type'] !== 'normal') return false;
          story = new StoryReader(around);
          id = attributes['id'] ?? '';
          return true;
        }
        return story?.enter(name, attributes);
      },
      leave: (name) => {
        if (name !== kind) return story?.leave(name);
        story?.end();
        const lines = (story?.drafts ?? []).map(({ content }) => wordsOf(content).trim());
        around.notes[kind].set(id, lines.filter((line) => line !== '').join(lineBreak));
        story = null;
      },
      text: (text) => story?.text(text),
    },
    effort,
  );
}

async function countOf(xml: string | undefined, name: string, effort: Effort): Promise<number> {
  let count = 0;
  const enter = (each: string) => void (count += each === name ? 1 : 0);
  if (xml) await walkXml(xml, { enter, leave: () => undefined }, effort);
  return count;
}

/** EXC-4 */
export async function originOf(xml: string | undefined, effort: Effort): Promise<Incoming['of']> {
  if (!xml) return null;
  const found = new Map<string, string>();
  let name = '';
  await walkXml(
    xml,
    {
      enter: (element, attributes) => {
        if (element === 'property') name = attributes['name'] ?? '';
      },
      leave: () => undefined,
      text: (text) => void found.set(name, (found.get(name) ?? '') + text.trim()),
    },
    effort,
  );
  const statement = found.get(properties.statement);
  const moment = Number(found.get(properties.moment));
  return statement && Number.isInteger(moment) ? { statement, moment } : null;
}

/** The first words of a file are its title where their style says so; any later ones are headings. */
function withTitle(drafts: readonly WordDraft[]): { title: string | null; drafts: readonly WordDraft[] } {
  const first = drafts.findIndex(({ content }) => wordsOf(content).trim() !== '');
  if (first < 0 || !drafts[first]!.title) return { title: null, drafts };
  const title = wordsOf(drafts[first]!.content).replaceAll(lineBreak, ' ').trim();
  return { title, drafts: drafts.slice(first + 1) };
}

/** Word keeps two languages: the one of texts from right to left counts where most paragraphs run so. */
export function languageOf({ languages }: WordStyles, drafts: readonly WordDraft[]): string | null {
  const right = drafts.filter(({ runs }) => runs === 'rtl').length;
  const language = (right * 2 > drafts.length ? languages.bidi : languages.val) ?? languages.bidi ?? languages.val;
  return language?.split('-')[0]?.toLowerCase() || null;
} // prettier-ignore
