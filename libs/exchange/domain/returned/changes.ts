import type { AttributeValue, IdentifiedRun, Inline } from '@plenary/ground/text';
import { compareMoments, isBlank, type Moment, type MomentParagraph } from '@plenary/statements/domain';
import { groupsOf, lengthOf, textOf, wordsBefore, type Group } from './groups.js';
import { paired } from './pairing.js';
import type { ReturnedComment, ReturnedFile, ReturnedPlace } from './returned-file.js';
import { settingsIn, type SetOtherwise } from './settings.js';

type Attributes = Readonly<Record<string, AttributeValue>>;

/** A step within one paragraph of the moment; places are counted as at that moment. */
export type Step =
  | { readonly do: 'insert'; readonly at: number; readonly content: Inline }
  | { readonly do: 'delete'; readonly at: number; readonly to: number }
  | { readonly do: 'break'; readonly at: number; readonly attributes: Attributes };

/** Paragraphs that come, one behind the other. */
export interface NewWords {
  readonly attributes: Attributes;
  readonly content: readonly Inline[];
}

/** One thing that somebody changed, to be decided about by itself. */
export interface ReturnedChange {
  /** The name at it in the file; empty where Word did not track it. */
  readonly by: string;
  /** The paragraph in which it stands; of new paragraphs, the one behind which they come; null in front of all. */
  readonly paragraphId: string | null;
  readonly does:
    | { readonly kind: 'words'; readonly steps: readonly Step[] }
    | { readonly kind: 'paragraphs'; readonly made: readonly NewWords[] }
    | { readonly kind: 'removed' }
    /** This paragraph goes on in `paragraphId`. */
    | { readonly kind: 'joined'; readonly next: string }
    | { readonly kind: 'set'; readonly attributes: Attributes };
  /** Its words, as the file says them. */
  readonly words: { readonly inserted: string; readonly deleted: string };
  /** STM-29: nobody wrote it in Word, and it puts words where words were erased since: most likely those. */
  readonly isAtGap: boolean;
}

/** Where a comment stands in the moment. */
export interface ReturnedPassage {
  readonly paragraphId: string;
  readonly from: number;
  readonly to: number;
}

export interface PlacedComment {
  readonly comment: ReturnedComment;
  /** The words of the moment that it is about, as far as the file has them; empty for none. */
  readonly passages: readonly ReturnedPassage[];
  /** The paragraph in which it stands, where it is about no words of the moment. */
  readonly paragraphId: string | null;
  /** As the file says them. */
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

/** What a file says of a text as it was. */
export interface Compared {
  readonly changes: readonly ReturnedChange[];
  readonly comments: readonly PlacedComment[];
  /** Paragraphs that stand elsewhere in the file; not carried. */
  readonly moved: number;
}

/** STM-29: where words were erased since the moment, by paragraph: how many characters are in front. */
export type Gaps = ReadonlyMap<string, readonly number[]>;

/** A character of a group that was there before: where it stands in the file, and in the moment, if it does. */
interface Before {
  readonly text: string;
  readonly paragraph: number;
  readonly offset: number;
  readonly at: number | null;
}

/** A change while it is read. */
type Op =
  | { readonly kind: 'keep'; readonly text: string }
  | {
      readonly kind: 'change';
      readonly by: string;
      readonly step: Step;
      readonly inserted: string;
      readonly deleted: string;
    };

interface Read {
  readonly group: Group;
  readonly paragraph: MomentParagraph | null;
  readonly before: readonly Before[];
  readonly ops: readonly Op[];
  /** Where words were erased from its paragraph; empty for nowhere. */
  readonly gaps: readonly number[];
  readonly set: SetOtherwise | null;
}

const untracked = '';

/**
 * EXC-17, EXC-18: what is different between a moment of a text and a file that was made of it. Tracked changes are theirs
 * whom Word names; whatever else is different is nobody's. Where the text began with this file (EXC-24), nothing else is:
 * spaces and empty paragraphs that a statement does not take are no change. `pause` is awaited after each piece of work.
 */
export async function compareReturned(
  file: ReturnedFile,
  moment: Moment,
  {
    gaps = new Map(),
    isBeginning = false,
    isOwnMoment = file.of !== null,
    pause = () => Promise.resolve(),
  }: {
    readonly gaps?: Gaps | undefined;
    readonly isBeginning?: boolean;
    /** The file names this moment of this text. */
    readonly isOwnMoment?: boolean;
    readonly pause?: (() => Promise<void>) | undefined;
  } = {},
): Promise<Compared> {
  const written = moment.filter((each) => !isBlank(each));
  const groups = groupsOf(file);
  const pairs = await paired(groups, written, pause);
  await pause();
  const after = groups.flatMap((group, at) => (pairs[at] ? [asParagraph(group, pairs[at], at)] : []));
  const stays = new Set(after.map(({ id }) => id));
  const compared = new Map(
    compareMoments(
      written.filter(({ id }) => stays.has(id)),
      after,
    ).map((each) => [each.id, each]),
  );
  const set = settingsIn(
    file,
    moment,
    groups.map((group, at) => ({ group, paragraph: pairs[at]! })),
    { trackedAlone: isBeginning || !isOwnMoment },
  );
  const reads = groups.map((group, at): Read => {
    const paragraph = pairs[at]!;
    // A paragraph that was erased as a whole is blank at that moment, and no group is it.
    const own = (paragraph ? [paragraph.id] : group.ids).flatMap((id) => gaps.get(id) ?? []);
    const read = paragraph
      ? readGroup(group, paragraph, compared.get(paragraph.id)!.pieces, isBeginning)
      : { before: newBefore(group), ops: [] };
    return { group, paragraph, ...read, gaps: own, set: set[at]! };
  });
  return {
    changes: [
      ...changesOf(
        isBeginning
          ? reads.filter(({ group, paragraph }) => paragraph || wordsBefore(group).trim() === '')
          : reads,
        written,
      ),
      ...(isBeginning
        ? []
        : written.filter(({ id }) => !stays.has(id)).map(({ id }) => removed(untracked, id, ''))),
    ],
    comments: file.comments.map((comment) => placeComment(comment, reads)),
    moved: [...compared.values()].filter((each) => each.moved).length,
  };
}

const removed = (by: string, paragraphId: string, deleted: string): ReturnedChange => ({
  ...{ by, paragraphId, does: { kind: 'removed' }, words: { inserted: '', deleted }, isAtGap: false },
});

const setOtherwise = ({ by, attributes }: SetOtherwise, paragraphId: string): ReturnedChange => ({
  ...{ by, paragraphId, does: { kind: 'set', attributes } },
  ...{ words: { inserted: '', deleted: '' }, isAtGap: false },
});

/** The group as it was before all tracked changes, to be compared. A note that reads the same is the same. */
function asParagraph(group: Group, { id, attributes, runs, segments }: MomentParagraph, place: number): MomentParagraph {
  const notes = runs.flatMap(({ embed }) => (embed ? [embed] : []));
  // Of no hand of the text, so that nothing is taken for its characters.
  const client = -1 - place;
  let clock = 0;
  const read = group.tokens.flatMap((token): IdentifiedRun[] => {
    if (token.kind === 'break' || token.piece.in !== undefined) return [];
    const { piece } = token;
    const text = textOf(piece);
    const run = { id: [client, clock] as const, text, formats: {}, embed: null };
    clock += text.length;
    if ('text' in piece) return [run];
    const said = piece.values['text'] ?? '';
    const same = notes.findIndex(({ values }) => (values['text'] ?? '').trim() === said.trim());
    const embed = same >= 0 ? notes.splice(same, 1)[0]! : { id: `new ${clock}`, name: piece.embed, values: piece.values };
    return [{ ...run, embed }];
  });
  return { id, attributes, segments, runs: read };
} // prettier-ignore

/** Where the characters of a paired group stand in the moment, and what is done to that paragraph. */
function readGroup(
  group: Group,
  paragraph: MomentParagraph,
  pieces: readonly { readonly kind: string; readonly text: string; readonly note: string | null }[],
  trackedAlone: boolean,
): Pick<Read, 'before' | 'ops'> {
  const places: (number | null)[] = [];
  let at = 0;
  for (const { kind, text, note } of pieces) {
    const length = note === null ? text.length : 1;
    const isThere = kind === 'same' || kind === 'formatted';
    if (isThere || kind === 'added' || kind === 'came')
      for (let step = 0; step < length; step++) places.push(isThere ? at + step : null);
    if (isThere || kind === 'removed' || kind === 'went') at += length;
  }
  const end = paragraph.runs.reduce((sum, { text }) => sum + text.length, 0);
  const before: Before[] = [];
  const ops: Op[] = [];
  let next = 0;
  const change = (by: string, step: Step, inserted: string, deleted: string) =>
    ops.push({ kind: 'change', by, step, inserted, deleted });
  /** Characters of the moment that the file does not have. */
  const missing = (to: number) => {
    if (to > next && !trackedAlone) change(untracked, { do: 'delete', at: next, to }, '', '');
    next = Math.max(next, to);
  };
  for (const token of group.tokens) {
    if (token.kind === 'break') {
      change(token.by, { do: 'break', at: next, attributes: token.attributes }, '\n', '');
      continue;
    }
    const { piece } = token;
    const { in: came, out, ...inline } = piece;
    if (came !== undefined) {
      // What somebody inserted and somebody took away again changes nothing.
      if (out === undefined) change(came, { do: 'insert', at: next, content: inline as Inline }, readable(piece), '');
      continue;
    }
    for (const part of alikeParts(places.slice(before.length, before.length + lengthOf(piece)))) {
      const text = textOf(piece).slice(part.from, part.to);
      for (let step = part.from; step < part.to; step++)
        before.push({
          ...{ text: textOf(piece)[step]!, paragraph: token.paragraph, offset: token.at + step },
          at: part.at === null ? null : part.at + step - part.from,
        });
      if (part.at === null) {
        const content = ('text' in inline ? { ...inline, text } : inline) as Inline;
        if (out === undefined && !trackedAlone) change(untracked, { do: 'insert', at: next, content }, readable({ ...piece, ...content } as never), '');
        continue;
      }
      missing(part.at);
      next = part.at + text.length;
      if (out === undefined) ops.push({ kind: 'keep', text });
      else change(out, { do: 'delete', at: part.at, to: next }, '', 'text' in piece ? text : readable(piece));
    }
  }
  missing(end);
  return { before, ops };
} // prettier-ignore

/** Consecutive places of the moment, or none. */
function alikeParts(places: readonly (number | null)[]): { from: number; to: number; at: number | null }[] {
  const parts: { from: number; to: number; at: number | null }[] = [];
  places.forEach((at, index) => {
    const last = parts.at(-1);
    const goesOn =
      last !== undefined && (last.at === null ? at === null : at === last.at + index - last.from);
    if (goesOn) parts[parts.length - 1] = { ...last, to: index + 1 };
    else parts.push({ from: index, to: index + 1, at });
  });
  return parts;
} // prettier-ignore

const newBefore = ({ tokens }: Group): Before[] =>
  tokens.flatMap((token) =>
    token.kind === 'break' || token.piece.in !== undefined
      ? []
      : [...Array(lengthOf(token.piece)).keys()].map((step) => ({
          ...{ text: textOf(token.piece)[step]!, paragraph: token.paragraph, offset: token.at + step, at: null },
        })),
  ); // prettier-ignore

const readable = (piece: Inline): string => ('text' in piece ? piece.text : (piece.values['text'] ?? ''));

/** Group by group, in the order of the file. */
function changesOf(reads: readonly Read[], written: readonly MomentParagraph[]): ReturnedChange[] {
  const found: ReturnedChange[] = [];
  let behind: string | null = null;
  reads.forEach((read, at) => {
    const { group, paragraph, gaps, set } = read;
    if (!paragraph) {
      addParagraphs(found, behind, newParagraphs(group), gaps.length > 0);
      return;
    }
    const { leading, within, trailing } = parted(read.ops, group.attributes);
    addParagraphs(found, behind ?? before(paragraph.id, written), leading);
    behind = paragraph.id;
    const gone = removedBy(within);
    if (gone) found.push(removed(gone.by, paragraph.id, gone.words));
    else {
      found.push(...grouped(within, paragraph.id, gaps));
      if (set) found.push(setOtherwise(set, paragraph.id));
    }
    addParagraphs(found, behind, trailing);
    const next = reads.slice(at + 1).find((each) => each.paragraph);
    const isNext = next && reads.indexOf(next) === at + 1;
    if (
      group.joinedBy !== null &&
      !gone &&
      isNext &&
      !removedBy(parted(next.ops, next.group.attributes).within)
    )
      found.push({
        ...{ by: group.joinedBy, paragraphId: paragraph.id, words: { inserted: '', deleted: '' } },
        ...{ does: { kind: 'joined', next: next.paragraph!.id }, isAtGap: false },
      });
  });
  return found;
}

/** The paragraph in front of one, as the moment has them. */
const before = (id: string, written: readonly MomentParagraph[]): string | null =>
  written[written.findIndex((each) => each.id === id) - 1]?.id ?? null;

/** Paragraphs with the name of whoever put them there. */
interface Coming {
  readonly by: string;
  readonly made: NewWords;
}

/** One after the other by one hand are one change. */
function addParagraphs(
  found: ReturnedChange[],
  behind: string | null,
  coming: readonly Coming[],
  wasErased = false,
): void {
  for (const { by, made } of coming) {
    const isAtGap = wasErased && by === untracked;
    const last = found.at(-1);
    const inserted = made.content.map(readable).join('');
    if (inserted.trim() === '') continue;
    const goesOn =
      last?.does.kind === 'paragraphs' &&
      last.by === by &&
      last.paragraphId === behind &&
      last.isAtGap === isAtGap;
    if (goesOn && last.does.kind === 'paragraphs')
      found[found.length - 1] = {
        ...last,
        does: { kind: 'paragraphs', made: [...last.does.made, made] },
        words: { ...last.words, inserted: `${last.words.inserted}\n${inserted}` },
      };
    else
      found.push({
        ...{ by, paragraphId: behind, does: { kind: 'paragraphs', made: [made] }, isAtGap },
        words: { inserted, deleted: '' },
      });
  }
}

/** A group that no paragraph of the moment is: its words, with what was deleted of them left out. */
function newParagraphs({ tokens, attributes }: Group): Coming[] {
  const found: { by: string | null; attributes: Attributes; content: Inline[] }[] = [
    { by: null, attributes, content: [] },
  ];
  for (const token of tokens) {
    if (token.kind === 'break') found.push({ by: null, attributes: token.attributes, content: [] });
    else if (token.piece.out === undefined) {
      const { in: came, out: _, ...inline } = token.piece;
      const last = found.at(-1)!;
      last.content.push(inline as Inline);
      // Spaces are whoever's words they stand between.
      if (readable(token.piece).trim() === '') continue;
      last.by = last.by === null || last.by === came ? (came ?? untracked) : untracked;
    }
  }
  return found.map(({ by, ...made }) => ({ by: by ?? untracked, made }));
}

/** What comes as paragraphs of its own in front of a paragraph and behind it, and what is done within it. */
function parted(
  ops: readonly Op[],
  attributes: Attributes,
): { leading: Coming[]; within: readonly Op[]; trailing: Coming[] } {
  const isComing = (op: Op) => op.kind === 'change' && op.step.do !== 'delete';
  const isBreak = (op: Op) => op.kind === 'change' && op.step.do === 'break';
  const first = ops.findIndex((op) => !isComing(op));
  const last = ops.findLastIndex((op) => !isComing(op));
  if (first < 0) return { leading: [], within: ops, trailing: [] };
  const begin = ops.slice(0, first).findLastIndex(isBreak);
  const end = ops.slice(last + 1).findIndex(isBreak);
  return {
    leading: begin < 0 ? [] : inFront(ops.slice(0, begin + 1), attributes),
    within: ops.slice(begin + 1, end < 0 ? undefined : last + 1 + end),
    trailing: end < 0 ? [] : behindIt(ops.slice(last + 1 + end)),
  };
}

/** Each ends with a break; the last break is the one in front of the paragraph that was there. */
function inFront(ops: readonly Op[], attributes: Attributes): Coming[] {
  const found: { by: string; attributes: Attributes; content: Inline[] }[] = [];
  let open: { attributes: Attributes; content: Inline[] } = { attributes, content: [] };
  for (const op of ops) {
    if (op.kind !== 'change') continue;
    if (op.step.do === 'insert') open.content.push(op.step.content);
    if (op.step.do !== 'break') continue;
    found.push({ by: op.by, ...open });
    open = { attributes: op.step.attributes, content: [] };
  }
  return found.map(({ by, ...made }) => ({ by, made }));
}

/** Each begins with a break. */
function behindIt(ops: readonly Op[]): Coming[] {
  const found: { by: string; attributes: Attributes; content: Inline[] }[] = [];
  for (const op of ops) {
    if (op.kind !== 'change') continue;
    if (op.step.do === 'break') found.push({ by: op.by, attributes: op.step.attributes, content: [] });
    else if (op.step.do === 'insert') found.at(-1)?.content.push(op.step.content);
  }
  return found.map(({ by, ...made }) => ({ by, made }));
}

/** Who deleted all of a paragraph and put nothing in its place; null where something of it stays. */
function removedBy(ops: readonly Op[]): { by: string; words: string } | null {
  const [first] = ops;
  if (first?.kind !== 'change') return null;
  const isAll = ops.every((op) => op.kind === 'change' && op.step.do === 'delete' && op.by === first.by);
  return isAll ? { by: first.by, words: ops.map((op) => (op.kind === 'change' ? op.deleted : '')).join('') } : null;
} // prettier-ignore

/** What one hand did at one place is one change: nothing but spaces that stayed stand between. */
function grouped(ops: readonly Op[], paragraphId: string, gaps: readonly number[]): ReturnedChange[] {
  const open = new Map<string, { steps: Step[]; inserted: string; deleted: string }>();
  const found: { by: string; change: { steps: Step[]; inserted: string; deleted: string } }[] = [];
  for (const op of ops) {
    if (op.kind === 'keep') {
      if (op.text.trim() !== '') open.clear();
      else for (const each of open.values()) addSpace(each, op.text);
      continue;
    }
    let change = open.get(op.by);
    if (!change) {
      change = { steps: [], inserted: '', deleted: '' };
      open.set(op.by, change);
      found.push({ by: op.by, change });
    }
    change.steps.push(op.step);
    change.inserted += op.inserted;
    change.deleted += op.deleted;
  }
  return found.map(({ by, change: { steps, inserted, deleted } }) => ({
    ...{ by, paragraphId, does: { kind: 'words', steps } },
    words: { inserted: inserted.trim(), deleted: deleted.trim() },
    isAtGap: by === untracked && inserted.trim() !== '' && steps.some((step) => touches(step, gaps)),
  }));
}

/** Spaces beside what went may be read as part of it. */
function touches(step: Step, gaps: readonly number[]): boolean {
  const to = step.do === 'delete' ? step.to : step.at;
  return gaps.some((gap) => gap >= step.at - 1 && gap <= to + 1);
}

function addSpace(change: { inserted: string; deleted: string }, space: string): void {
  if (change.inserted !== '') change.inserted += space;
  if (change.deleted !== '') change.deleted += space;
}

const contextLength = 60;

function placeComment(comment: ReturnedComment, reads: readonly Read[]): PlacedComment {
  const nowhere = { comment, passages: [], paragraphId: null, quote: '', before: '', after: '' };
  const { from, to } = comment;
  if (!from || !to) return nowhere;
  const isWithin = ({ paragraph, offset }: Before) =>
    !isBefore([paragraph, offset], from) && isBefore([paragraph, offset], to);
  const concerned = reads.filter(({ group }) => group.from <= to[0] && group.to >= from[0]);
  const passages: ReturnedPassage[] = [];
  const quotes: string[] = [];
  for (const { paragraph, before: all, gaps } of concerned) {
    const within = quotable(all, gaps).filter(isWithin);
    if (within.length === 0) continue;
    quotes.push(within.map(({ text }) => text).join(''));
    for (const { at } of paragraph ? within : []) {
      if (at === null) continue;
      const last = passages.at(-1);
      if (last && last.paragraphId === paragraph!.id && last.to === at)
        passages[passages.length - 1] = { ...last, to: at + 1 };
      else passages.push({ paragraphId: paragraph!.id, from: at, to: at + 1 });
    }
  }
  const around = concerned[0] ? quotable(concerned[0].before, concerned[0].gaps) : [];
  const words = around.map(({ text }) => text).join('');
  const first = around.findIndex((each) => !isBefore([each.paragraph, each.offset], from));
  const last = around.findIndex((each) => !isBefore([each.paragraph, each.offset], to));
  const at = reads.indexOf(concerned[0]!);
  return {
    ...{ comment, passages, quote: quotes.join('\n') },
    paragraphId: reads.slice(0, at + 1).findLast(({ paragraph }) => paragraph)?.paragraph?.id ?? null,
    before: words.slice(0, first < 0 ? words.length : first).slice(-contextLength),
    after: last < 0 ? '' : words.slice(last, last + contextLength),
  };
}

/** STM-29: where words were erased, a file quotes what the text has besides alone. */
const quotable = (before: readonly Before[], gaps: readonly number[]): readonly Before[] =>
  gaps.length === 0 ? before : before.filter(({ at }) => at !== null);

const isBefore = ([paragraph, offset]: ReturnedPlace, [other, place]: ReturnedPlace): boolean =>
  paragraph < other || (paragraph === other && offset < place);
