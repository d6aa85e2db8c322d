import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import * as Y from 'yjs';
import { checkLayer } from '@plenary/ground/collab/engine';
import { DomainError, type Actor, type PersonId } from '@plenary/ground/kernel';
import type { Transaction } from '@plenary/ground/server';
import { CollabService, HistoryGap, TextHistory } from '@plenary/ground/server/collab';
import {
  anchorOf,
  FlatText,
  forkOf,
  gapsIn,
  printOf,
  readLayers,
  stateOf,
  type Layer,
} from '@plenary/ground/text';
import {
  attributeNames,
  documentOf,
  readMoment,
  statementRules,
  type Moment,
} from '@plenary/statements/domain';
import {
  commentLimits,
  cutTo,
  placeOnStatement,
  suggestionLimits,
  type PlaceView,
} from '@plenary/comments/domain';
import type { StandingWords } from '@plenary/comments/server';
import type { ErasedSince } from '@plenary/statements/server';
import {
  charactersOf,
  compareReturned,
  failExchange,
  hasItsPlace,
  layerOf,
  returnLimits,
  type Against,
  type PlacedComment,
  type ReturnedChange,
  type ReturnedFile,
  type ReturnOutcome,
} from '@plenary/exchange/domain';
import { inOneLine, WentOut } from './went-out.js';

/** A change that stands in the text, to be kept as a suggestion. */
export interface PlannedSuggestion {
  readonly key: string;
  readonly by: string;
  readonly layer: Layer;
}

/** A comment of the file; the first of a thread has a place. */
export interface PlannedComment {
  readonly key: string;
  readonly by: string;
  /** More than one where it is longer than a comment may be. */
  readonly texts: readonly string[];
  /** The key of the comment that begins its thread. */
  readonly thread: string;
  readonly place: PlaceView;
}

/** What becomes of a file, whoever brings it and whoever is meant by the names in it. */
export interface ReturnPlan {
  readonly fingerprint: string;
  readonly moment: number;
  readonly isNamed: boolean;
  readonly suggestions: readonly PlannedSuggestion[];
  readonly comments: readonly PlannedComment[];
  readonly unplaced: readonly ReturnedChange[];
  readonly atGaps: ReturnOutcome['atGaps'];
  readonly moved: number;
  readonly title: string | null;
  /** Keys of what was brought before. */
  readonly known: ReadonlySet<string>;
}

export interface Asked {
  readonly statementId: string;
  readonly file: ReturnedFile;
  readonly against: Against;
  /** The statement's title as it is now. */
  readonly title: string;
  /** EXC-24: the text that began with this file in the caller's transaction; absent, it is the one that is saved. */
  readonly begun?: TextNow;
  /** Names of which nothing is wanted. */
  readonly leftOut: ReadonlySet<string>;
  /** STM-29: words at places where words were erased are brought, too. */
  readonly withErased: boolean;
  /** What was erased from the statement after a row. */
  erasedSince(seq: number): Promise<ErasedSince | null>;
  /** Keys of what was brought before. */
  known(keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** What stands beside the text already: a file that went out may have had it in it. */
  readonly standing: StandingWords;
  /** Client ids for as many suggestions. */
  grant(count: number): Promise<readonly number[]>;
  tell(step: string, done: number, total: number | null): void;
}

/** A text at a moment, as plain data and as what it is made of. */
interface Text {
  readonly moment: Moment;
  readonly state: Uint8Array;
}

/** The same, with the row of the journal. */
export interface TextNow extends Text {
  readonly seq: number;
}

/**
 * EXC-17 to EXC-20: what a file that came back says of a text. Reads, and writes nothing. A long file gives others their
 * turn after each of its changes.
 */
@Injectable()
export class ReturnPlans {
  constructor(
    private readonly collab: CollabService,
    private readonly history: TextHistory,
  ) {}

  async of(actor: Actor, asked: Asked): Promise<ReturnPlan> {
    const { statementId, file, begun, tell } = asked;
    tell('comparing', 0, null);
    const now = begun ?? (await this.collab.read(documentOf(statementId), textIn));
    const { seq, isNamed, isOwn } = this.momentOf(asked, now.seq);
    const then = seq === now.seq ? now : await this.at(statementId, seq);
    // Of a file that names no moment it is not known from before which erasures it is.
    const erased = await asked.erasedSince(isNamed ? seq : 0);
    const moment = textOf(then.state);
    const gaps = erased && gapsIn(new FlatText(moment), erased.characters);
    const wentOut = new WentOut(moment, asked.standing);
    const compared = await compareReturned(file, then.moment, {
      gaps: gaps ?? undefined,
      isBeginning: begun !== undefined,
      isOwnMoment: isOwn,
      pause: () => nextTurn(),
    });
    // Of a file that names no moment, the same change has the same key whenever it comes.
    const base = isNamed ? seq : null;
    const changes = keyed(compared.changes, (each) => ['change', base, each.by, each.paragraphId, each.does.kind, stepsOf(each), each.words]);
    const comments = keyed(compared.comments, ({ comment, passages, paragraphId }) => [
      'comment', base, comment.by, comment.at, comment.text, passages, paragraphId,
    ]);
    const known = await asked.known([...changes, ...comments].map(({ key }) => key));
    const free = changes.filter(({ each, key }) => !asked.leftOut.has(each.by) && !known.has(key));
    const count = free.filter(({ each }) => each.isAtGap).length;
    const isLeftOut = !asked.withErased;
    const wanted = free.filter(({ each }) => !each.isAtGap || asked.withErased);
    // Each of them costs a text of its own.
    if (wanted.length > returnLimits.changes) failExchange('exchange.too-many-changes', { most: returnLimits.changes });
    const { there, ...written } = await this.write(actor, asked, wanted, { then, now, wentOut });
    const said = comments.filter(({ each: { comment } }) => wentOut.hasComment(comment));
    const plan = {
      ...{ fingerprint: digest([file.of, file.paragraphs, file.comments, [...asked.leftOut].toSorted(), ...(asked.withErased ? ['with erased'] : [])]), moment: seq, isNamed, moved: compared.moved },
      title: file.of?.statement === statementId && file.title !== undefined && inOneLine(file.title) !== inOneLine(asked.title) ? file.title : null,
      ...written,
      atGaps: erased && count > 0 ? { count, at: erased.at.toISOString(), isLeftOut } : null,
      comments: commentsOf(comments, asked.leftOut, new FlatText(moment), now.moment),
      known: new Set([...known, ...there, ...said.map(({ key }) => key)]),
    };
    moment.destroy();
    return plan;
  } // prettier-ignore

  /** Refuses a moment of which nothing is known; a file of another text is one of this text as it is now. */
  private momentOf(
    { against, file, statementId }: Asked,
    now: number,
  ): { seq: number; isNamed: boolean; isOwn: boolean } {
    const said = file.of?.statement === statementId ? file.of.moment : null;
    if (typeof against === 'number') return { seq: against, isNamed: true, isOwn: against === said };
    const isOwn = against === 'file' && said !== null;
    return { seq: isOwn ? said : now, isNamed: isOwn, isOwn };
  }

  private async at(statementId: string, seq: number): Promise<Text> {
    return this.history
      .at(documentOf(statementId), seq, (doc) => textIn(doc, seq))
      .catch((reason: unknown) => {
        if (reason instanceof HistoryGap) return failExchange('exchange.moment-unknown');
        throw reason;
      });
  }

  /** EXC-18, EXC-19: layers for what has its place; judged as any layer, and read as the page reads them. */
  private async write(
    actor: Actor,
    { grant, tell }: Asked,
    wanted: readonly Keyed<ReturnedChange>[],
    { then, now, wentOut }: { readonly then: Text; readonly now: Text; readonly wentOut: WentOut },
  ): Promise<Pick<ReturnPlan, 'suggestions' | 'unplaced'> & { readonly there: readonly string[] }> {
    const characters = charactersOf(now.moment);
    const unplaced = new Set<ReturnedChange>();
    const clients = await grant(wanted.length);
    const text = textOf(now.state);
    const drafts: { readonly draft: PlannedSuggestion; readonly change: ReturnedChange }[] = [];
    for (const [at, { each: change, key }] of wanted.entries()) {
      tell('placing', at, wanted.length);
      const client = clients[at]!;
      const layer = hasItsPlace(change, then.moment, characters) ? layerOf(change, then.state, client) : null;
      if (layer && isLawful(text, layer, actor.personId)) drafts.push({ change, draft: { key, by: change.by, layer } });
      else unplaced.add(change);
      await nextTurn();
    }
    const layers = drafts.map(({ draft }) => draft.layer);
    const fork = forkOf(text, layers);
    const parts = readLayers(new FlatText(text), new FlatText(fork), layers, attributeNames);
    /** Somebody has set the paragraph so since. */
    const isSetSo = ({ change, draft }: (typeof drafts)[number]): boolean =>
      change.does.kind === 'set' && parts.get(draft.layer.client)!.length === 0;
    for (const each of drafts)
      if (stateOf(parts.get(each.draft.layer.client)!) === 'void' && !isSetSo(each)) unplaced.add(each.change);
    for (const each of [text, fork]) each.destroy();
    const known = wentOut.suggested(drafts.map(({ draft }) => draft));
    const there = drafts.filter(
      (each) => !unplaced.has(each.change) && (isSetSo(each) || known.has(each.draft.layer)),
    );
    return {
      there: there.map(({ draft }) => draft.key),
      suggestions: drafts
        .filter((each) => !unplaced.has(each.change) && !there.includes(each))
        .map(({ draft }) => draft),
      unplaced: [...unplaced],
    };
  } // prettier-ignore
}

/** Client ids of this person for suggestions on a statement, in the caller's transaction. */
export const grantingTo =
  (actor: Actor, tx: Transaction, collab: CollabService, statementId: string): Asked['grant'] =>
  async (count) => {
    const ids: number[] = [];
    for (let at = 0; at < count; at++)
      ids.push(await collab.grantClientId(tx, documentOf(statementId), actor));
    return ids;
  };

/** SUG-3 */
function isLawful(text: Y.Doc, layer: Layer, by: PersonId): boolean {
  if (layer.update.byteLength > suggestionLimits.updateBytes) return false;
  try {
    checkLayer(text, statementRules, layer, by, null);
    return true;
  } catch (reason) {
    if (reason instanceof DomainError) return false;
    throw reason;
  }
}

export const textIn = (doc: Y.Doc, seq: number): TextNow => ({
  ...{ seq, moment: readMoment(doc), state: Y.encodeStateAsUpdate(doc) },
});

function textOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc({ gc: false });
  Y.applyUpdate(doc, state);
  return doc;
}

interface Keyed<Each> {
  readonly each: Each;
  readonly key: string;
}

/** The same thing said twice in one file is two things. */
function keyed<Each>(all: readonly Each[], said: (each: Each) => unknown): Keyed<Each>[] {
  const times = new Map<string, number>();
  return all.map((each) => {
    const once = digest(said(each));
    const time = (times.get(once) ?? 0) + 1;
    times.set(once, time);
    return { each, key: time === 1 ? once : digest([once, time]) };
  });
}

const digest = (said: unknown): string =>
  createHash('sha256').update(JSON.stringify(said)).digest('base64url');

/** What is done, without where: of a file that names no moment, places are others each time that it comes. */
const stepsOf = ({ does }: ReturnedChange): unknown =>
  does.kind === 'words' ? does.steps.map((step) => (step.do === 'delete' ? step.to - step.at : step)) : does;

/** EXC-20: threads with their replies; a reply to what is left out begins a thread of its own, where that one stood. */
function commentsOf(
  all: readonly Keyed<PlacedComment>[],
  leftOut: ReadonlySet<string>,
  moment: FlatText,
  now: Moment,
): PlannedComment[] {
  const threads = new Map<number, string>();
  return all.flatMap(({ each, key }, at): PlannedComment[] => {
    if (leftOut.has(each.comment.by)) return [];
    const { answers } = each.comment;
    const thread = (answers === null ? undefined : threads.get(answers)) ?? key;
    threads.set(at, thread);
    const placed = each.passages.length === 0 && answers !== null ? all[answers]!.each : each;
    const place = thread === key ? placeOf(placed, moment, now) : placeOnStatement;
    return [{ key, thread, place, by: each.comment.by, texts: inPieces(each.comment.text) }];
  });
}

/** COM-3: characters of the moment, read there; the words are the file's own, so that nobody is told older ones. */
function placeOf({ passages, paragraphId, ...words }: PlacedComment, moment: FlatText, now: Moment): PlaceView {
  const { quoteLength, stretches, pieces } = commentLimits;
  const said = { quote: cutTo(words.quote, quoteLength), before: words.before, after: words.after };
  const anchor = passages
    .flatMap((each) => {
      const paragraph = moment.paragraph(each.paragraphId)!;
      return anchorOf(moment, { paragraph, offset: each.from }, { paragraph, offset: each.to });
    })
    .slice(0, stretches);
  const print = printOf(moment, anchor);
  if (anchor.length > 0 && print.runs.length <= pieces)
    return { kind: 'passage', anchor, print, paragraphId: passages[0]!.paragraphId, suggestionId: null, ...said };
  const isThere = now.some(({ id }) => id === paragraphId);
  return isThere ? { ...placeOnStatement, kind: 'paragraph', paragraphId, quote: said.quote } : { ...placeOnStatement, quote: said.quote };
} // prettier-ignore

/** A name in at-brackets would be read as a mention, which nobody in Word can mean. */
function inPieces(text: string): string[] {
  const { commentLength } = returnLimits;
  const words = text.replaceAll('@[', '@ [');
  const pieces: string[] = [];
  for (let at = 0; at < words.length;) {
    const piece = cutTo(words.slice(at, at + commentLength), commentLength);
    pieces.push(piece.trim());
    at += piece.length;
  }
  return pieces.filter((piece) => piece !== '');
}
