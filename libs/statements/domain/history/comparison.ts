import { sameFormats, sameValue, type Formats, type IdentifiedRun, type ItemId } from '@plenary/ground/text';
import { diffArrays } from 'diff';
import type { ParagraphAttributes } from '../paragraph-attributes.js';
import type { Moment, MomentParagraph } from './moment.js';
import { wordsOf, type Word } from './words.js';

/**
 * What happened to some characters: `came` and `went` are those that somebody's Enter, join or move of words took from
 * one paragraph to another; nobody wrote them anew.
 */
export const pieceKinds = ['same', 'added', 'removed', 'came', 'went', 'formatted'] as const;
export type PieceKind = (typeof pieceKinds)[number];

export interface Piece {
  readonly kind: PieceKind;
  readonly text: string;
  readonly formats: Formats;
  /** Words of a note that stands here; null for characters. */
  readonly note: string | null;
  /** The first of its characters, as it was first typed. */
  readonly id: ItemId;
}

export const paragraphStates = ['same', 'changed', 'added', 'removed'] as const;
export type ParagraphState = (typeof paragraphStates)[number];

export interface ComparedParagraph {
  readonly id: string;
  readonly state: ParagraphState;
  /** It stands elsewhere among the others now. */
  readonly moved: boolean;
  /** It is set otherwise: a heading, a list, deeper … */
  readonly restyled: boolean;
  /** Of the later moment; of the earlier one for a paragraph that was removed. */
  readonly attributes: ParagraphAttributes;
  readonly pieces: readonly Piece[];
}

/** Beyond so many differences within one paragraph it is told as written anew. */
const mostDifferences = 3_000;

/**
 * STM-25: what is different between two moments of one text: by paragraph id, within a paragraph by words. In the order
 * of the later moment; what was removed stands behind what it stood behind. With `only`: of these
 * paragraphs.
 */
export function compareMoments(
  before: Moment,
  after: Moment,
  only: ReadonlySet<string> | null = null,
): ComparedParagraph[] {
  const isWanted = ({ id }: MomentParagraph) => only?.has(id) ?? true;
  const earlier = new Map(before.map((each) => [each.id, each]));
  const later = new Set(after.map(({ id }) => id));
  const [was, is] = [placesOf(before), placesOf(after)];
  const stayed = unmoved(before, after);
  const removed = new Map<string | null, ComparedParagraph[]>();
  let last: string | null = null;
  for (const paragraph of before) {
    if (later.has(paragraph.id)) last = paragraph.id;
    else if (isWanted(paragraph)) removed.set(last, [...(removed.get(last) ?? []), gone(paragraph, is)]);
  }
  return [
    ...(removed.get(null) ?? []),
    ...after.flatMap((paragraph) => {
      const old = earlier.get(paragraph.id);
      if (!isWanted(paragraph)) return removed.get(paragraph.id) ?? [];
      const compared = old
        ? { ...compareParagraphs(old, paragraph, was, is), moved: !stayed.has(paragraph.id) }
        : come(paragraph, was);
      return [compared, ...(removed.get(paragraph.id) ?? [])];
    }),
  ];
}

/** In which paragraph the characters of a moment stand: by client id, in the order of their numbers. */
type Places = ReadonlyMap<
  number,
  readonly { readonly from: number; readonly to: number; readonly in: string }[]
>;

function placesOf(moment: Moment): Places {
  const places = new Map<number, { from: number; to: number; in: string }[]>();
  for (const { id: paragraph, runs } of moment) {
    for (const { id, text } of runs) {
      const ranges = places.get(id[0]) ?? [];
      ranges.push({ from: id[1], to: id[1] + text.length, in: paragraph });
      places.set(id[0], ranges);
    }
  }
  for (const ranges of places.values()) ranges.sort((one, other) => one.from - other.from);
  return places;
}

/** The paragraph in which all of these characters stand, or none. */
function placeOf({ id: [client, first], text }: IdentifiedRun, places: Places): string | null {
  const ranges = places.get(client) ?? [];
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.from <= first) low = middle + 1;
    else high = middle;
  }
  let found: string | null = null;
  for (let at = low - 1, clock = first; clock < first + text.length; at++) {
    const range = ranges[at];
    if (!range || range.from > clock || range.to <= clock) return null;
    found ??= range.in;
    clock = range.to;
  }
  return found;
}

/** It stands in another paragraph there. */
const standsElsewhere = ({ parts }: Word, places: Places, here: string): boolean =>
  parts.every((part) => {
    const place = placeOf(part, places);
    return place !== null && place !== here;
  });

const come = ({ id, attributes, runs }: MomentParagraph, was: Places): ComparedParagraph => ({
  ...{ id, state: 'added', moved: false, restyled: false, attributes },
  pieces: piecesOf(runs, (word) => cameOrAdded(word, was, id)),
});

const gone = ({ id, attributes, runs }: MomentParagraph, is: Places): ComparedParagraph => ({
  ...{ id, state: 'removed', moved: false, restyled: false, attributes },
  pieces: piecesOf(runs, (word) => wentOrRemoved(word, is, id)),
});

const cameOrAdded = (word: Word, was: Places, id: string): PieceKind =>
  standsElsewhere(word, was, id) ? 'came' : 'added';
const wentOrRemoved = (word: Word, is: Places, id: string): PieceKind =>
  standsElsewhere(word, is, id) ? 'went' : 'removed';

function compareParagraphs(old: MomentParagraph, now: MomentParagraph, was: Places, is: Places) {
  const { id, attributes } = now;
  const restyled = !sameValue(old.attributes as never, attributes as never);
  const pieces = comparedPieces(old, now, was, is);
  const isSame = !restyled && pieces.every(({ kind }) => kind === 'same');
  const state: ParagraphState = isSame ? 'same' : 'changed';
  return { id, state, restyled, attributes, pieces };
}

function comparedPieces(
  old: MomentParagraph,
  now: MomentParagraph,
  was: Places,
  is: Places,
): readonly Piece[] {
  const row = new PieceRow();
  if (areAlike(old.runs, now.runs)) {
    for (const run of now.runs) row.add(run, 'same');
    return row.pieces;
  }
  for (const { kept, removed, added } of stepsBetween(wordsOf(old.runs), wordsOf(now.runs))) {
    for (const word of removed) row.addWord(word, wentOrRemoved(word, is, old.id));
    for (const word of added) row.addWord(word, cameOrAdded(word, was, now.id));
    for (const [one, other] of kept) row.addWord(other, sameLook(one, other) ? 'same' : 'formatted');
  }
  return row.pieces;
}

function piecesOf(runs: readonly IdentifiedRun[], kindOf: (word: Word) => PieceKind): readonly Piece[] {
  const row = new PieceRow();
  for (const word of wordsOf(runs)) row.addWord(word, kindOf(word));
  return row.pieces;
}

/** Something replaced by something, and what follows it unchanged. */
interface Step {
  readonly removed: Word[];
  readonly added: Word[];
  readonly kept: [Word, Word][];
}

function stepsBetween(before: readonly Word[], after: readonly Word[]): Step[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start]!.key === after[start]!.key) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end)!.key === after.at(-1 - end)!.key) end++;
  const [old, now] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const steps: Step[] = [{ removed: [], added: [], kept: pairs(before, after, 0, 0, start) }];
  const changes = diffArrays(
    old.map(({ key }) => key),
    now.map(({ key }) => key),
    { maxEditLength: mostDifferences },
  );
  let [one, other] = [0, 0];
  for (const { value, added, removed } of changes ?? []) {
    const { length } = value;
    const last = steps.at(-1)!;
    if (!added && !removed) {
      last.kept.push(...pairs(old, now, one, other, length));
    } else {
      const step = last.kept.length > 0 ? { removed: [], added: [], kept: [] } : last;
      if (step !== last) steps.push(step);
      if (removed) step.removed.push(...old.slice(one, one + length));
      else step.added.push(...now.slice(other, other + length));
    }
    if (!added) one += length;
    if (!removed) other += length;
  }
  if (!changes) steps.push({ removed: old, added: now, kept: [] });
  steps.push({
    removed: [],
    added: [],
    kept: pairs(before, after, before.length - end, after.length - end, end),
  });
  return foldSpaces(steps);
}

const pairs = (one: readonly Word[], other: readonly Word[], at: number, otherAt: number, length: number) =>
  Array.from({ length }, (_, place): [Word, Word] => [one[at + place]!, other[otherAt + place]!]);

/** A space that stayed between two changed words is no help to the reader: they are told as one change. */
function foldSpaces(steps: readonly Step[]): Step[] {
  const folded: Step[] = [];
  for (const step of steps) {
    const last = folded.at(-1);
    // On both sides, or the space would be missing on one of them.
    const isBetween =
      last !== undefined &&
      last.removed.length + step.removed.length > 0 &&
      last.added.length + step.added.length > 0 &&
      step.removed.length + step.added.length > 0 &&
      last.removed.length + last.added.length > 0 &&
      last.kept.every(([word]) => word.isSpace);
    if (!isBetween) {
      folded.push({ removed: [...step.removed], added: [...step.added], kept: [...step.kept] });
      continue;
    }
    const spaces = last.kept.splice(0);
    last.removed.push(...spaces.map(([word]) => word));
    last.added.push(...spaces.map(([, word]) => word));
    last.removed.push(...step.removed);
    last.added.push(...step.added);
    last.kept.push(...step.kept);
  }
  return folded;
}

/** Each character under the same formats. */
function sameLook(one: Word, other: Word): boolean {
  if (one.parts.length === 1 && other.parts.length === 1)
    return sameFormats(one.parts[0]!.formats, other.parts[0]!.formats);
  const looks = ({ parts }: Word) =>
    parts.flatMap(({ text, formats }) => Array.from({ length: text.length }, () => formats));
  const [were, are] = [looks(one), looks(other)];
  return were.every((formats, at) => sameFormats(formats, are[at]!));
}

/** The same characters, typed by the same hands. */
const areAlike = (one: readonly IdentifiedRun[], other: readonly IdentifiedRun[]): boolean =>
  one.length === other.length &&
  one.every((run, at) => {
    const also = other[at]!;
    const isSame = run.text === also.text && run.id[0] === also.id[0] && run.id[1] === also.id[1];
    return isSame && sameFormats(run.formats, also.formats) && sameNote(run, also);
  });

const sameNote = (one: IdentifiedRun, other: IdentifiedRun): boolean =>
  one.embed === other.embed || JSON.stringify(one.embed) === JSON.stringify(other.embed);

/** Pieces in their order: those of one hand that stand beside each other and are told alike are one. */
class PieceRow {
  readonly pieces: { -readonly [Name in keyof Piece]: Piece[Name] }[] = [];

  addWord({ parts }: Word, kind: PieceKind): void {
    for (const part of parts) this.add(part, kind);
  }

  add({ id, text, formats, embed }: IdentifiedRun, kind: PieceKind): void {
    const last = this.pieces.at(-1);
    if (
      last?.kind === kind &&
      last.note === null &&
      embed === null &&
      (kind !== 'added' || last.id[0] === id[0]) &&
      sameFormats(last.formats, formats)
    )
      last.text += text;
    else if (embed) this.pieces.push({ kind, id, formats, text: '', note: embed.values['text'] ?? '' });
    else this.pieces.push({ kind, id, formats, text, note: null });
  }
}

/** Paragraphs that stand in the same order as before: the longest such row of those that both moments have. */
function unmoved(before: Moment, after: Moment): ReadonlySet<string> {
  const place = new Map(before.map(({ id }, at) => [id, at]));
  const common = after.flatMap(({ id }) => (place.has(id) ? [{ id, at: place.get(id)! }] : []));
  /** For each length the entry with which the row of that length ends earliest. */
  const ends: number[] = [];
  const previous: number[] = [];
  common.forEach(({ at }, index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (common[ends[middle]!]!.at < at) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = index;
  });
  const stayed = new Set<string>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index]!) stayed.add(common[index]!.id);
  return stayed;
}
