import { deadCharactersOf, passagesOf, type Anchor, type Passage } from './anchors.js';
import type { FlatText } from './flat-text.js';
import { keyOf, type ItemId } from './item-id.js';
import type { PageParagraph } from './page-paragraph.js';
import { facts } from './roots.js';

/**
 * What became of a passage (TXT-8):
 * - `exact`: all characters that it covered are there, none was added between them, and it stands where it stood;
 * - `moved`: the same characters, in another place;
 * - `changed`: some of them are gone, or others came between;
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
  /** In the order of the page; those between that had no characters are left out. */
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
  const homes = homesOf(text, passages);
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
  const now = runsOf(text, passages);
  if (sameRuns(now, print.runs)) return hasMoved(text, homesOf(text, passages), print) ? 'moved' : 'exact';
  const [covered, living] = [charactersOf(print.runs), charactersOf(now)];
  const kept = [...living].filter((character) => covered.has(character)).length;
  if (kept === 0) return 'gone';
  return kept < covered.size || kept < living.size ? 'changed' : 'moved';
}

/**
 * In other paragraphs, with others between them, or in one that somebody moved past a neighbour. A neighbour that was
 * moved itself, or new paragraphs around, move no passage.
 */
function hasMoved(text: FlatText, homes: readonly PageParagraph[], print: AnchorPrint): boolean {
  if (homes.map(({ id }) => id).join() !== print.homes.map(({ id }) => id).join()) return true;
  if (homes.every((paragraph, place) => movedTo(text, paragraph) === print.homes[place]!.at)) return false;
  const [first, last] = [homes[0]!, homes.at(-1)!].map(({ id }) => text.indexOf(id)!) as [number, number];
  const [before, after] = [print.before, print.after].map((id) =>
    id === null ? undefined : text.indexOf(id),
  );
  if (before === undefined && after === undefined) return true;
  return (before !== undefined && before > first) || (after !== undefined && after < last);
}

/** Paragraphs with characters from where the passage begins to where it ends. */
function homesOf(text: FlatText, passages: readonly Passage[]): readonly PageParagraph[] {
  const [first, last] = [passages[0], passages.at(-1)];
  if (!first || !last) return [];
  const [from, to] = [text.indexOf(first.paragraph.id)!, text.indexOf(last.paragraph.id)!];
  return text.page.slice(from, to + 1).filter(({ length }) => length > 0);
}

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

const charactersOf = (runs: readonly PrintedRun[]): Set<string> =>
  new Set(
    runs.flatMap(([client, clock, length]) => Array.from({ length }, (_, at) => keyOf([client, clock + at]))),
  );
