import { isHarmless } from '@plenary/ground/kernel';
import type { AttributeValue, Inline } from '@plenary/ground/text';
import { statementRules } from '@plenary/statements/domain';
import { failExchange } from '../exchange.errors.js';
import type { ChangedBy } from '../incoming/docx/story-reader.js';
import type { NotCarried } from '../incoming/incoming.js';
import { importLimits } from '../incoming/limits.js';
import { areValid, isInline, isRecord } from '../incoming/paragraphs-from.js';

/** How much comes back in one file. */
export const returnLimits = {
  /** Comments with their replies, and names that stand at comments and changes. */
  comments: 2_000,
  names: 200,
  /** Changes that are new. */
  changes: 1_000,
  nameLength: 200,
  /** Characters of a comment; a longer one goes on in replies. */
  commentLength: 5_000,
  commentInput: 50_000,
  fileNameLength: 200,
  /** Characters of a title; what is longer is cut. */
  titleLength: 500,
  /** Bytes of what is sent of a file. */
  bytes: 8_000_000,
} as const;

/** Words of a file with who put them there, and who took them away: names as Word has them. */
export type ReturnedPiece = Inline & ChangedBy;

/** A paragraph of a file that came back. */
export interface ReturnedParagraph {
  /** Paragraphs of the statement whose bookmarks begin in it. */
  readonly ids: readonly string[];
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly pieces: readonly ReturnedPiece[];
  /** Whose change its end is: inserted, it was one with the next; deleted, it becomes so. */
  readonly end: ChangedBy;
  /** How it was set before somebody set it otherwise, and who that was; absent where Word tracked nothing of that. */
  readonly was?: { readonly by: string; readonly attributes: Readonly<Record<string, AttributeValue>> };
}

/** A place in a file: a paragraph, and how many characters of it are in front, notes counting one. */
export type ReturnedPlace = readonly [paragraph: number, offset: number];

export interface ReturnedComment {
  readonly by: string;
  readonly text: string;
  /** What the words stand at that it is about; null where the file does not say. */
  readonly from: ReturnedPlace | null;
  readonly to: ReturnedPlace | null;
  /** The place in the list of the comment that it answers. */
  readonly answers: number | null;
  /** When, as Word wrote it; only to tell two of the same words apart. */
  readonly at: string;
}

/** What the server gets of a Word file that came back. */
export interface ReturnedFile {
  /** The statement and the moment of which it was made. */
  readonly of: { readonly statement: string; readonly moment: number } | null;
  /** BCP 47, as far as the file says. */
  readonly language: string | null;
  /** As if all tracked changes of it were accepted; absent where the file has none. */
  readonly title?: string;
  readonly paragraphs: readonly ReturnedParagraph[];
  readonly comments: readonly ReturnedComment[];
}

/** What was read of a Word file that came back; the server gets `file` alone. */
export interface ReturnedReading {
  readonly file: ReturnedFile;
  readonly notCarried: Readonly<Partial<Record<NotCarried, number>>>;
}

/** A name that stands at comments and changes of a file, and at how many. The empty one is what Word did not track. */
export interface ReturnedName {
  readonly name: string;
  readonly changes: number;
  readonly comments: number;
}

/** Names in the order in which they come. Runs of words count as one change as long as nothing stands between them. */
export function namesIn({ paragraphs, comments }: ReturnedFile): ReturnedName[] {
  const found = new Map<string, { changes: number; comments: number }>();
  const of = (name: string) => found.get(name) ?? found.set(name, { changes: 0, comments: 0 }).get(name)!;
  for (const { pieces, end, was } of paragraphs) {
    let last: string | null = null;
    if (was) of(was.by).changes++;
    for (const { in: came, out } of [...pieces, end]) {
      const by: string | null = came ?? out ?? null;
      if (by !== null && by !== last) of(by).changes++;
      last = by;
    }
  }
  for (const { by } of comments) of(by).comments++;
  return [...found].map(([name, counts]) => ({ name, ...counts }));
}

/** A file that came back, out of what somebody sent. Nothing is known of it. Throws `exchange.text-refused`. */
export function returnedFrom(sent: unknown): ReturnedFile {
  if (!isFile(sent)) return failExchange('exchange.text-refused');
  const { paragraphs, comments } = sent;
  const { characters, paragraphs: most } = importLimits;
  const length = paragraphs.reduce((sum, { pieces }) => sum + lengthOfPieces(pieces), 0);
  if (paragraphs.length > most || length > characters)
    failExchange('exchange.text-too-long', { paragraphs: most, characters });
  if (comments.length > returnLimits.comments)
    failExchange('exchange.too-many-comments', { most: returnLimits.comments });
  if (namesIn(sent).length > returnLimits.names) failExchange('exchange.text-refused');
  return sent;
}

/** A note counts one. */
export const lengthOfPieces = (pieces: readonly Inline[]): number =>
  pieces.reduce((sum, piece) => sum + ('text' in piece ? piece.text.length : 1), 0);

const { attributes } = statementRules;

function isFile(value: unknown): value is ReturnedFile {
  if (!isRecord(value) || !hasOnly(value, 'of', 'language', 'title', 'paragraphs', 'comments')) return false;
  const { of, language, title, paragraphs, comments } = value;
  return (
    (of === null || (isRecord(of) && hasOnly(of, 'statement', 'moment') && isWords(of['statement'], 100) && isCount(of['moment']))) &&
    (language === null || isWords(language, 35)) &&
    (title === undefined || isWords(title, returnLimits.titleLength)) &&
    Array.isArray(paragraphs) && paragraphs.every(isParagraph) &&
    Array.isArray(comments) && comments.every((each, at) => isComment(each, at, paragraphs.length))
  );
} // prettier-ignore

function isParagraph(value: unknown): value is ReturnedParagraph {
  if (!isRecord(value) || !hasOnly(value, 'ids', 'attributes', 'pieces', 'end', 'was')) return false;
  const { ids, pieces, end, was } = value;
  return (
    Array.isArray(ids) && ids.length <= 100 && ids.every((id) => isWords(id, 100)) &&
    areValid(value['attributes'], attributes) &&
    Array.isArray(pieces) && pieces.every(isPiece) && isChangedBy(end) &&
    (was === undefined || (isRecord(was) && hasOnly(was, 'by', 'attributes') && isName(was['by']) && areValid(was['attributes'], attributes)))
  );
} // prettier-ignore

function isPiece(value: unknown): value is ReturnedPiece {
  if (!isRecord(value)) return false;
  const { in: came, out, ...inline } = value;
  return isChangedBy({ ...(came === undefined ? {} : { in: came }), ...(out === undefined ? {} : { out }) }) && isInline(inline);
} // prettier-ignore

const isChangedBy = (value: unknown): value is ChangedBy =>
  isRecord(value) && hasOnly(value, 'in', 'out') && Object.values(value).every(isName);

function isComment(value: unknown, place: number, paragraphs: number): value is ReturnedComment {
  if (!isRecord(value) || !hasOnly(value, 'by', 'text', 'from', 'to', 'answers', 'at')) return false;
  const { by, text, from, to, answers, at } = value;
  return (
    isName(by) && isWords(text, returnLimits.commentInput) && text.trim() !== '' && isWords(at, 40) &&
    isPlace(from, paragraphs) && isPlace(to, paragraphs) && (from === null) === (to === null) &&
    (answers === null || (isCount(answers) && answers < place))
  );
} // prettier-ignore

const isPlace = (value: unknown, paragraphs: number): value is ReturnedPlace | null =>
  value === null ||
  (Array.isArray(value) && value.length === 2 && value.every(isCount) && (value[0] as number) < paragraphs);

const isName = (value: unknown): value is string => isWords(value, returnLimits.nameLength);
const isWords = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most && isHarmless(value);
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
const hasOnly = (value: Readonly<Record<string, unknown>>, ...names: readonly string[]): boolean =>
  Object.keys(value).every((name) => names.includes(name));
