import { deadCharactersOf, passagesOf, type Anchor, type Passage } from './anchors.js';
import type { FlatText } from './flat-text.js';
import { keyOf, type ItemId } from './item-id.js';
import type { PageParagraph } from './page-paragraph.js';
import { facts } from './roots.js';

/**
 * What became of a passage (TXT-8), as somebody sees who reads it:
 * - `exact`: all characters that it covered stand there, none between them, where they stood;
 * - `moved`: the same, in another place or another order;
 * - `changed`: some of them are gone, or others stand between them;
 * - `gone`: none of them is left.
 */
export const anchorStates = ['exact', 'moved', 'changed', 'gone'] as const;
export type AnchorState = (typeof anchorStates)[number];

/** Consecutive characters by the ids under which they were first written: client, first number, how many. */
export type PrintedRun = readonly [client: number, clock: number, length: number];

/** A paragraph of the passage: its id, and where somebody had moved it to (null: nowhere). */
export interface PrintedHome {
  readonly id: string;
  readonly at: string | null;
}

/** What an anchor covered and where that stood, kept beside it: an anchor itself says only where it begins and ends. */
export interface AnchorPrint {
  /** In the order in which they were read. */
  readonly runs: readonly PrintedRun[];
  /** The paragraphs in which they stood, in the order of the page. */
  readonly homes: readonly PrintedHome[];
  /** The nearest paragraphs with characters in front of them and behind them; null where there was none. */
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * The print of an anchor as the text is now. Of a passage that somebody deleted meanwhile, the characters that were
 * there: an undo brings it back.
 */
export function printOf(text: FlatText, anchor: Anchor): AnchorPrint {
  const passages = passagesOf(text, anchor);
  const homes = homesOf(passages);
  const [first, last] = [homes[0], homes.at(-1)];
  return {
    runs: passages.length > 0 ? runsOf(text, passages) : runsThatWere(text, anchor),
    homes: homes.map((paragraph) => ({ id: paragraph.id, at: movedTo(text, paragraph) })),
    before: first ? neighbour(text, first, -1) : null,
    after: last ? neighbour(text, last, 1) : null,
  };
}

/** TXT-8: the state of a passage in the text as it is now, by the print that was taken of it. */
export function anchorStateOf(text: FlatText, anchor: Anchor, print: AnchorPrint): AnchorState {
  const passages = passagesOf(text, anchor);
  const whole = wholeStateOf(text, passages, print);
  if (whole) return whole;
  const were = charactersOf(print.runs);
  const covered = new Set(were);
  // What was written between them may be read elsewhere: somebody parted them there, and moved it away.
  const places = placesOf(text, passages).filter(({ character }) => covered.has(character));
  const kept = new Set(places.map(({ character }) => character)).size;
  if (kept === 0) return 'gone';
  const between = places.at(-1)!.at - places[0]!.at + 1;
  if (kept < covered.size || between !== kept) return 'changed';
  if (places.some(({ character }, at) => character !== were[at])) return 'moved';
  const homes = [...new Set(places.map(({ paragraph }) => paragraph))];
  return hasMoved(text, homes, print) ? 'moved' : 'exact';
}

/** Where its characters stand as they did, in their order and with none between them; null where they do not. */
function wholeStateOf(text: FlatText, passages: readonly Passage[], print: AnchorPrint): AnchorState | null {
  const now = runsOf(text, passages);
  if (!sameRuns(now, print.runs) || lengthOf(now) !== spanOf(text, passages)) return null;
  return hasMoved(text, homesOf(passages), print) ? 'moved' : 'exact';
}

/**
 * In other paragraphs, or in one that somebody moved past a neighbour. A neighbour that was moved itself, or new
 * paragraphs around, move no passage.
 */
function hasMoved(text: FlatText, homes: readonly PageParagraph[], print: AnchorPrint): boolean {
  // It was away when its print was taken, and came back: nobody knows from where.
  if (print.homes.length === 0) return false;
  if (homes.map(({ id }) => id).join() !== print.homes.map(({ id }) => id).join()) return true;
  if (homes.every((paragraph, place) => movedTo(text, paragraph) === print.homes[place]!.at)) return false;
  const [first, last] = [homes[0]!, homes.at(-1)!].map(({ id }) => text.indexOf(id)!) as [number, number];
  const [before, after] = [print.before, print.after].map((id) =>
    id === null ? undefined : text.indexOf(id),
  );
  if (before === undefined && after === undefined) return true;
  return (before !== undefined && before > first) || (after !== undefined && after < last);
}

/** How many characters stand on the page from where the passage begins to where it ends. */
function spanOf(text: FlatText, passages: readonly Passage[]): number {
  const [first, last] = [passages[0], passages.at(-1)];
  return first && last ? startOf(text, last.paragraph, first.paragraph) + last.to - first.from : 0;
}

/** Characters of the page in front of a paragraph, counted from another one before it. */
function startOf(text: FlatText, paragraph: PageParagraph, from: PageParagraph): number {
  const [begin, end] = [text.indexOf(from.id)!, text.indexOf(paragraph.id)!];
  let length = 0;
  for (let at = begin; at < end; at++) length += text.page[at]!.length;
  return length;
}

/** Living characters of a passage, each with its place, counted from the paragraph in which it begins. */
function placesOf(
  text: FlatText,
  passages: readonly Passage[],
): { character: string; at: number; paragraph: PageParagraph }[] {
  return passages.flatMap((passage) => {
    const { paragraph } = passage;
    const start = startOf(text, paragraph, passages[0]!.paragraph) + passage.from;
    return charactersOf(runsOf(text, [passage])).map((character, at) => ({
      ...{ character, at: start + at, paragraph },
    }));
  });
}

/** The paragraphs in which its characters stand, in the order of the page. */
const homesOf = (passages: readonly Passage[]): readonly PageParagraph[] => [
  ...new Set(passages.map(({ paragraph }) => paragraph)),
];

function neighbour(text: FlatText, { id }: PageParagraph, step: 1 | -1): string | null {
  for (let at = text.indexOf(id)! + step; at >= 0 && at < text.page.length; at += step) {
    if (text.page[at]!.length > 0) return text.page[at]!.id;
  }
  return null;
}

function movedTo(text: FlatText, { id }: PageParagraph): string | null {
  const at = text.fact(id, facts.at);
  return at === undefined ? null : JSON.stringify(at);
}

function runsThatWere(text: FlatText, anchor: Anchor): readonly PrintedRun[] {
  const found = new GrowingRuns();
  for (const id of deadCharactersOf(text, anchor)) found.add(id, 1);
  return found.runs;
}

/** Living characters of a passage, in the order in which they are read, by what they stand for. */
function runsOf(text: FlatText, passages: readonly Passage[]): readonly PrintedRun[] {
  const found = new GrowingRuns();
  for (const { paragraph, from, to } of passages) {
    let begin = 0;
    for (const run of paragraph.runs) {
      const [first, end] = [Math.max(from - begin, 0), Math.min(to - begin, run.text.length)];
      begin += run.text.length;
      if (first >= end) continue;
      const id: ItemId = [run.id[0], run.id[1] + first];
      if (text.restorations.isEmpty) found.add(id, end - first);
      else
        for (let at = 0; at < end - first; at++) found.add(text.restorations.firstOf([id[0], id[1] + at]), 1);
    }
  }
  return found.runs;
}

class GrowingRuns {
  readonly runs: [client: number, clock: number, length: number][] = [];

  add([client, clock]: ItemId, length: number): void {
    const last = this.runs.at(-1);
    if (last && last[0] === client && last[1] + last[2] === clock) last[2] += length;
    else this.runs.push([client, clock, length]);
  }
}

const sameRuns = (one: readonly PrintedRun[], other: readonly PrintedRun[]): boolean =>
  one.length === other.length &&
  one.every((run, place) => run.every((value, part) => value === other[place]![part]));

const lengthOf = (runs: readonly PrintedRun[]): number => runs.reduce((sum, run) => sum + run[2], 0);

const charactersOf = (runs: readonly PrintedRun[]): string[] =>
  runs.flatMap(([client, clock, length]) => Array.from({ length }, (_, at) => keyOf([client, clock + at])));
