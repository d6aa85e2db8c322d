import { harmless, oneLine } from '@plenary/ground/kernel';
import { sameFormats } from '@plenary/ground/text';
import type { AttributeValue } from '@plenary/ground/text';
import { wordsOf } from '../../outgoing/outgoing.js';
import {
  returnLimits,
  type ReturnedComment,
  type ReturnedParagraph,
  type ReturnedPiece,
  type ReturnedPlace,
  type ReturnedReading,
} from '../../returned/returned-file.js';
import { openZip } from './open-zip.js';
import { languageOf, linksOf, mainPart, originOf, readNotes } from './read-docx.js';
import {
  StoryReader,
  Tally,
  textTakenAs,
  type ChangedBy,
  type MarkedInline,
  type Setting,
  type Surroundings,
  type TrackedIn,
  type WordDraft,
} from './story-reader.js';
import { Effort, walkXml } from './walk-xml.js';
import { nameOf, readAnswers, readComments, type WordComment } from './word-comments.js';
import { WordNumbering } from './word-numbering.js';
import { WordStyles } from './word-styles.js';

/** Parts that are read; what else is in the file, nobody unfolds. */
const wanted =
  /^(\[Content_Types\]\.xml|docProps\/custom\.xml|word\/(styles|numbering|comments|commentsExtended|footnotes|endnotes|document\d?)\.xml|word\/_rels\/document\d?\.xml\.rels)$/i;

/**
 * EXC-17: a Word file that came back: its words with who put them there and who took them away, and its comments with the
 * words at which they stand; or with its tracked changes as if all were accepted, or all rejected, as `readDocx` reads it.
 * Throws `exchange.…`. `pause` is awaited after each piece of work.
 */
export async function readReturned(
  bytes: Uint8Array,
  pause: () => Promise<void> = () => Promise.resolve(),
  tracked: TrackedIn = 'suggestions',
): Promise<ReturnedReading> {
  const parts = openZip(bytes, (name) => wanted.test(name));
  const effort = new Effort(pause);
  const main = await mainPart(parts, effort);
  const of = await originOf(parts.get('docProps/custom.xml'), effort);
  const around: Surroundings = {
    ...{
      own: of !== null,
      tracked: textTakenAs(tracked),
      marksChanges: tracked === 'suggestions',
      marksComments: true,
    },
    ...{ styles: new WordStyles(), numbering: new WordNumbering(), tally: new Tally() },
    links: await linksOf(parts.get(`word/_rels/${main.slice('word/'.length)}.rels`), effort),
    notes: { footnote: new Map(), endnote: new Map() },
  };
  await around.styles.read(parts.get('word/styles.xml') ?? '<none/>', effort);
  await around.numbering.read(parts.get('word/numbering.xml') ?? '<none/>', effort);
  for (const kind of ['footnote', 'endnote'] as const)
    await readNotes(parts.get(`word/${kind}s.xml`), kind, around, effort);
  const story = new StoryReader(around);
  await walkXml(parts.get(main)!, story, effort);
  story.end();
  const { title, drafts } = withoutTitle(story.drafts);
  const edges = new Map<string, { from?: ReturnedPlace; to?: ReturnedPlace }>();
  const paragraphs = drafts.map((draft, at) => paragraphOf(draft, at, edges));
  const comments = await readComments(parts.get('word/comments.xml'), effort);
  const answers = await readAnswers(parts.get('word/commentsExtended.xml'), effort);
  return {
    file: {
      ...{ of, language: languageOf(around.styles, story.drafts), paragraphs },
      ...(title === null ? {} : { title }),
      comments: placed(comments, answers, edges),
    },
    notCarried: around.tally.notCarried,
  };
}

/** The title is the statement's own, and is changed there. */
function withoutTitle(all: readonly WordDraft[]): { title: string | null; drafts: readonly WordDraft[] } {
  const first = all.findIndex(({ content }) => content.some((each) => 'embed' in each || each.text.trim() !== ''));
  if (first < 0 || !all[first]!.title) return { title: null, drafts: all };
  const there = (all[first]!.content as readonly MarkedInline[]).filter(({ out }) => out === undefined);
  const title = oneLine(harmless(wordsOf(there))).slice(0, returnLimits.titleLength);
  return { title: title || null, drafts: all.slice(first + 1) };
} // prettier-ignore

function paragraphOf(
  { ids = [], end = {}, content, was, ...draft }: WordDraft,
  at: number,
  edges: Map<string, { from?: ReturnedPlace; to?: ReturnedPlace }>,
): ReturnedParagraph {
  const pieces: ReturnedPiece[] = [];
  let offset = 0;
  for (const { comment, ...each } of content as readonly MarkedInline[]) {
    if (comment) {
      const known = edges.get(comment.id) ?? {};
      const place: ReturnedPlace = [at, offset];
      edges.set(comment.id, comment.is === 'start' ? { ...known, from: place } : { to: place, ...known });
      continue;
    }
    const piece = safe(each as MarkedInline);
    offset += 'text' in piece ? piece.text.length : 1;
    addPiece(pieces, piece);
  }
  return {
    ...{ ids: ids.slice(0, 100), attributes: attributesOf(draft), pieces, end: named(end) },
    ...(was ? { was: { by: nameOf(was.by), attributes: attributesOf(was) } } : {}),
  };
}

function safe(piece: MarkedInline): ReturnedPiece {
  const by = named(piece);
  if ('embed' in piece) {
    const values = { ...piece.values, text: harmless(piece.values['text'] ?? '') };
    return { embed: piece.embed, values, ...by };
  }
  return { text: harmless(piece.text), ...(piece.formats ? { formats: piece.formats } : {}), ...by };
}

const named = ({ in: came, out }: ChangedBy): ChangedBy => ({
  ...(came === undefined ? {} : { in: nameOf(came) }),
  ...(out === undefined ? {} : { out: nameOf(out) }),
});

function addPiece(pieces: ReturnedPiece[], piece: ReturnedPiece): void {
  const last = pieces.at(-1);
  if ('text' in piece && piece.text === '') return;
  const goesOn =
    last !== undefined && 'text' in last && 'text' in piece && last.in === piece.in && last.out === piece.out &&
    sameFormats(last.formats ?? {}, piece.formats ?? {});
  if (goesOn) pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
  else pieces.push(piece);
} // prettier-ignore

/** What a new paragraph of the statement would be. */
function attributesOf({ style, kind, level = 1, indent = 0 }: Setting) {
  const said: Record<string, AttributeValue> = {};
  if (kind && kind !== 'plain' && style === 'text') said['kind'] = kind;
  if (style !== 'text') said['style'] = style;
  if (style === 'heading' && level > 1) said['level'] = level;
  if (indent > 0) said['indent'] = indent;
  return said;
} // prettier-ignore

/** Each behind the one that it answers; one that answers what has no words begins a thread of its own. */
function placed(
  comments: readonly WordComment[],
  answers: ReadonlyMap<string, string>,
  edges: ReadonlyMap<string, { from?: ReturnedPlace; to?: ReturnedPlace }>,
): ReturnedComment[] {
  const byParagraph = new Map(comments.flatMap((each) => each.paragraphIds.map((id) => [id, each] as const)));
  const parentOf = (comment: WordComment): WordComment | undefined => {
    const parent = comment.paragraphIds.map((id) => answers.get(id)).find(Boolean);
    const found = parent === undefined ? undefined : byParagraph.get(parent);
    return found === comment ? undefined : found;
  };
  const ordered: WordComment[] = [];
  const take = (comment: WordComment, depth = 0): void => {
    if (ordered.includes(comment) || depth > 50) return;
    const parent = parentOf(comment);
    if (parent) take(parent, depth + 1);
    if (!ordered.includes(comment)) ordered.push(comment);
  };
  comments.forEach((comment) => take(comment));
  return ordered.map((comment): ReturnedComment => {
    const parent = parentOf(comment);
    const { from, to } = edges.get(comment.id) ?? {};
    const place = from ?? to ?? null;
    const answered = parent ? ordered.indexOf(parent) : -1;
    const isBefore = answered >= 0 && answered < ordered.indexOf(comment);
    return {
      ...{ by: comment.by, text: comment.text, at: comment.at, answers: isBefore ? answered : null },
      ...{ from: place, to: to ?? place },
    };
  });
}
