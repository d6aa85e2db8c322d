import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, newId, oneLine, type Actor } from '@plenary/ground/kernel';
import type { Transaction } from '@plenary/ground/server';
import { statementSubject } from '@plenary/statements/domain';
import {
  BringingWords,
  type BroughtComment,
  type BroughtFor,
  type BroughtThread,
} from '@plenary/comments/server';
import {
  failExchange,
  fileReturned,
  outcomeLimits,
  type NameChoice,
  type ReturnOutcome,
} from '@plenary/exchange/domain';
import type { ReturnedItemEntity } from '../entities/returned-item.entity.js';
import type { PlannedComment, ReturnPlan } from './return-plans.service.js';
import { ReturnedRepository } from './returned.repository.js';

/** Whose a name is. */
type Names = ReadonlyMap<string, NameChoice>;

/** A plan that is carried out, under which file, and whose the names in it are. */
interface Kept {
  readonly fileName: string;
  readonly names: Names;
  readonly plan: ReturnPlan;
}

/** EXC-22: what is new of a file is kept beside its statement, in the caller's transaction, with one event. */
@Injectable()
export class KeepingReturned {
  constructor(
    private readonly words: BringingWords,
    private readonly returned: ReturnedRepository,
    private readonly clock: Clock,
  ) {}

  /** `open` is the statement with its row locked. */
  async keep(
    tx: Transaction,
    actor: Actor,
    open: Awaited<ReturnType<BringingWords['openLocked']>>,
    { fileName, names, plan }: Kept,
  ): Promise<ReturnOutcome> {
    const { id: statementId, language } = open.statement;
    const keys = [...plan.suggestions, ...plan.comments].map(({ key }) => key);
    const known = await this.returned.known(tx.manager, statementId, keys);
    const isSame = await this.isSame(tx.manager, statementId, plan);
    const fresh = <Each extends { readonly key: string; readonly by: string }>(all: readonly Each[]) =>
      isSame ? [] : all.filter(({ key, by }) => !known.has(key) && !plan.known.has(key) && names.get(by)?.whose !== 'none');
    const [suggestions, comments] = [fresh(plan.suggestions), fresh(plan.comments)];
    if (suggestions.length + comments.length === 0) return outcomeOf(statementId, { ...plan, suggestions: [], comments: [] }, names, null);
    const fileId = newId();
    const items: ReturnedItemEntity[] = [];
    const kept = suggestions.map(({ key, by, layer }) => {
      const id = newId();
      items.push({ statementId, key, fileId, kind: 'suggestion', targetId: id, threadId: null });
      return { id, client: layer.client, update: layer.update, language, enteredFor: whoseOf(names, by) };
    });
    const begun = [...known.values()].flatMap(({ threadId }) => threadId ?? []);
    const threads = threadsOf(comments, {
      ...{ names, language, fileId, statementId, items },
      threads: new Map([...known].flatMap(([key, { threadId }]) => (threadId ? [[key, threadId] as const] : []))),
      there: await this.words.known(tx.manager, begun),
    });
    const counts = { suggestions: suggestions.length, comments: comments.length };
    await this.words.keep(tx, open, { file: fileName, suggestions: kept, threads });
    await this.returned.insert(
      tx.manager,
      {
        ...{ id: fileId, statementId, personId: actor.personId, fileName, fingerprint: plan.fingerprint },
        ...{ moment: String(plan.moment), ...counts, at: new Date(this.clock.now()), takenBackAt: null },
      },
      items,
    );
    await tx.events.append(fileReturned(statementSubject(statementId), { fileId, ...counts }));
    return outcomeOf(statementId, { ...plan, suggestions, comments }, names, fileId);
  } // prettier-ignore

  /** Places of a file that names no moment are counted anew each time that it comes: it is known as a whole. */
  async isSame(
    tx: EntityManager,
    statementId: string,
    { isNamed, fingerprint }: ReturnPlan,
  ): Promise<boolean> {
    return !isNamed && (await this.returned.same(tx, statementId, fingerprint)) !== null;
  }
}

export const namesOf = (names: readonly NameChoice[]): Names =>
  new Map(names.map((each) => [each.name, each]));

/** COM-8: whom these choices enter something for. */
export const forOthers = (names: readonly NameChoice[]): BroughtFor[] =>
  names.flatMap((each) => forWhom(each) ?? []);

const forWhom = ({ name, whose, said, organisationId }: NameChoice): BroughtFor | null =>
  whose === 'other' ? { name: nameSaid(said ?? name), organisationId: organisationId ?? null } : null;

const nameSaid = (name: string): string => oneLine(name) || failExchange('exchange.name-missing');

function whoseOf(names: Names, by: string): BroughtFor | null {
  const choice = names.get(by);
  return choice ? forWhom(choice) : null;
}

/** Replies stand behind what they answer, also where that was brought by an earlier file. */
function threadsOf(
  comments: readonly PlannedComment[],
  at: {
    readonly names: Names;
    readonly language: string;
    readonly fileId: string;
    readonly statementId: string;
    readonly items: ReturnedItemEntity[];
    /** Threads that are known, by the key of a comment in them. */
    readonly threads: ReadonlyMap<string, string>;
    readonly there: ReadonlySet<string>;
  },
): BroughtThread[] {
  const { names, language, fileId, statementId, items } = at;
  const threads = new Map<string, { id: string; place: BroughtThread['place']; comments: BroughtComment[] }>();
  for (const { key, by, texts, thread, place } of comments) {
    const known = at.threads.get(thread) ?? null;
    const isThere = known !== null && at.there.has(known);
    const open = threads.get(thread) ?? { id: known !== null && isThere ? known : newId(), place: isThere ? null : place, comments: [] };
    threads.set(thread, open);
    texts.forEach((text, part) => {
      const id = newId();
      open.comments.push({ id, text, language, enteredFor: whoseOf(names, by) });
      const own = part === 0 ? key : `${key} ${part}`;
      items.push({ statementId, key: own, fileId, kind: 'comment', targetId: id, threadId: open.id });
    });
  }
  return [...threads.values()];
} // prettier-ignore

export function outcomeOf(statementId: string, plan: ReturnPlan, names: Names, fileId: string | null): ReturnOutcome {
  const { suggestions, comments, unplaced, moment, isNamed, moved, title, known, atGaps } = plan;
  const counts = new Map<string, { suggestions: number; comments: number }>();
  const of = (name: string) => counts.get(name) ?? counts.set(name, { suggestions: 0, comments: 0 }).get(name)!;
  for (const { by } of suggestions) of(by).suggestions++;
  for (const { by } of comments) of(by).comments++;
  const told = unplaced.filter(({ words }) => words.inserted !== '' || words.deleted !== '');
  const short = (words: string) => words.slice(0, outcomeLimits.words);
  return {
    ...{ statementId, fileId, moment, isNamed, moved, title, known: known.size, atGaps },
    unset: unplaced.filter(({ does }) => does.kind === 'set').length,
    names: [...counts].map(([name, each]) => ({ name, ...each })),
    ...{ suggestions: suggestions.length, comments: comments.length },
    leftOut: [...names.values()].filter(({ whose }) => whose === 'none').length,
    unplacedCount: told.length,
    unplaced: told.slice(0, outcomeLimits.unplaced).map(({ by, words }) => ({
      ...{ by, inserted: short(words.inserted), deleted: short(words.deleted) },
    })),
  };
} // prettier-ignore
