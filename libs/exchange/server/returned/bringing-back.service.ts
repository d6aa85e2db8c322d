import { randomInt } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, newId, oneLine, type Actor } from '@plenary/ground/kernel';
import {
  LongWorks,
  RateLimits,
  type LongWorkKind,
  type Transaction,
  type Work,
} from '@plenary/ground/server';
import { CollabService } from '@plenary/ground/server/collab';
import { documentOf, failStatement, statementSubject } from '@plenary/statements/domain';
import { ErasedGaps, StatementsDoor } from '@plenary/statements/server';
import {
  BringingWords,
  type BroughtComment,
  type BroughtFor,
  type BroughtThread,
} from '@plenary/comments/server';
import { mayComment } from '@plenary/comments/domain';
import {
  failExchange,
  fileReturned,
  outcomeLimits,
  returnedFrom,
  type NameChoice,
  type ReturnChoices,
  type ReturnOutcome,
} from '@plenary/exchange/domain';
import type { ReturnedItemEntity } from '../entities/returned-item.entity.js';
import { ReturnPlans, type PlannedComment, type ReturnPlan } from './return-plans.service.js';
import { ReturnedRepository } from './returned.repository.js';

export interface ReturnRequest extends ReturnChoices {
  readonly statementId: string;
}

/** Files that one person brings or has looked at, in ten minutes. */
const brought = ['exchange-return', 60, 600] as const;

/** Names of the works that these are. */
export const lookWork = 'exchange.look';
export const bringWork = 'exchange.bring-back';

/** Whose a name is. */
type Names = ReadonlyMap<string, NameChoice>;

/** EXC-16 to EXC-22: a Word file comes back, as suggestions and comments alone. Looked at first, then all or nothing. */
@Injectable()
export class BringingBack implements OnModuleInit {
  /** Changes nothing. Who looks again wants that alone. */
  private readonly look: LongWorkKind<ReturnRequest> = {
    ...{ kind: lookWork, newestOnly: true },
    refuseUnlessMay: (tx, actor) => this.refuseUnlessMay(tx, actor),
    carryOut: async (_tx, work) => ({ outcome: await this.lookAt(work) }),
  };
  private readonly bring: LongWorkKind<ReturnRequest> = {
    kind: bringWork,
    refuseUnlessMay: (tx, actor) => this.refuseUnlessMay(tx, actor),
    carryOut: async (tx, work) => ({ outcome: await this.bringBack(tx, work) }),
  };

  constructor(
    private readonly database: DataSource,
    private readonly works: LongWorks,
    private readonly statements: StatementsDoor,
    private readonly words: BringingWords,
    private readonly collab: CollabService,
    private readonly plans: ReturnPlans,
    private readonly erased: ErasedGaps,
    private readonly returned: ReturnedRepository,
    private readonly rates: RateLimits,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const kind of [this.look, this.bring]) this.works.register(kind);
  }

  /** Who may not is refused at once, and told nothing of what they sent; then what cannot be read. */
  async begin(
    actor: Actor,
    what: 'look' | 'bring',
    statementId: string,
    choices: ReturnChoices,
    sent: () => unknown,
  ): Promise<{ id: string }> {
    const [name, points, seconds] = brought;
    await this.rates.take(name, actor.personId, points, seconds);
    await this.readerOf(actor, statementId, choices);
    const file = returnedFrom(sent());
    const { kind } = this[what];
    const { fileName, ...chosen } = choices;
    const request: ReturnRequest = { ...chosen, statementId, fileName: oneLine(fileName) };
    return this.works.begin(actor, kind, request, Buffer.from(JSON.stringify(file)));
  }

  /** Which statement it is about, only the request says: judged when it is begun, and when it is carried out. */
  private refuseUnlessMay(_tx: EntityManager, _actor: Actor): Promise<void> {
    return Promise.resolve();
  }

  /** COM-4, COM-8 */
  private async readerOf(actor: Actor, statementId: string, { names }: Pick<ReturnChoices, 'names'>) {
    const statement = await this.statements.open(actor, statementId);
    const tx = this.database.manager;
    const reader = await this.words.readerOf(tx, actor, statement);
    if (!mayComment(reader)) failStatement('statement.forbidden', { held: reader.right, wanted: 'comment' });
    await this.words.refuseUnlessMayBringFor(tx, reader, names.flatMap((each) => forWhom(each) ?? []));
    return { statement, reader };
  } // prettier-ignore

  private async lookAt(work: Work<ReturnRequest>): Promise<ReturnOutcome> {
    const { statementId, names } = work.request;
    await this.readerOf(work.actor, statementId, work.request);
    // Client ids that nobody keeps: what is written under them is read and thrown away.
    const plan = await this.planOf(this.database.manager, work, async (count) => {
      const ids = new Set<number>();
      while (ids.size < count) ids.add(randomInt(2 ** 31, 2 ** 32));
      return [...ids];
    });
    const isSame = await this.isSame(this.database.manager, statementId, plan);
    const comments = plan.comments.filter(({ key }) => !isSame && !plan.known.has(key));
    const suggestions = isSame ? [] : plan.suggestions;
    return outcomeOf(statementId, { ...plan, suggestions, comments }, namesOf(names), null);
  }

  /** All of it in the caller's transaction; carried out twice, it is done once. */
  private async bringBack(tx: Transaction, work: Work<ReturnRequest>): Promise<ReturnOutcome> {
    const { actor, request, tell } = work;
    const { statementId, fileName } = request;
    const names = namesOf(request.names);
    const { statement } = await this.readerOf(actor, statementId, request);
    const plan = await this.planOf(tx.manager, work, async (count) => {
      const ids: number[] = [];
      for (let at = 0; at < count; at++)
        ids.push(await this.collab.grantClientId(tx, documentOf(statementId), actor));
      return ids;
    });
    tell('keeping', 0, null);
    // From here on nobody else brings anything to this statement.
    const open = await this.words.openLocked(tx, actor, statementId);
    const keys = [...plan.suggestions, ...plan.comments].map(({ key }) => key);
    const known = await this.returned.known(tx.manager, statementId, keys);
    const isSame = await this.isSame(tx.manager, statementId, plan);
    const fresh = <Each extends { readonly key: string; readonly by: string }>(all: readonly Each[]) =>
      isSame ? [] : all.filter(({ key, by }) => !known.has(key) && !plan.known.has(key) && names.get(by)?.whose !== 'none');
    const [suggestions, comments] = [fresh(plan.suggestions), fresh(plan.comments)];
    if (suggestions.length + comments.length === 0) return outcomeOf(statementId, { ...plan, suggestions: [], comments: [] }, names, null);
    const fileId = newId();
    const { language } = statement;
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
  private async isSame(
    tx: EntityManager,
    statementId: string,
    { isNamed, fingerprint }: ReturnPlan,
  ): Promise<boolean> {
    return !isNamed && (await this.returned.same(tx, statementId, fingerprint)) !== null;
  }

  private async planOf(
    tx: EntityManager,
    { actor, request, bytes, tell }: Work<ReturnRequest>,
    grant: (count: number) => Promise<readonly number[]>,
  ): Promise<ReturnPlan> {
    const { statementId, against, names, withErased = false } = request;
    const file = returnedFrom(JSON.parse(Buffer.from(bytes!).toString('utf8')));
    const leftOut = new Set(names.filter(({ whose }) => whose === 'none').map(({ name }) => name));
    return this.plans.of(actor, {
      ...{ statementId, file, against, leftOut, grant, tell, withErased },
      erasedSince: (seq) => this.erased.since(tx, statementId, seq),
      standing: await this.words.standing(tx, statementId),
      known: async (keys) => new Set((await this.returned.known(tx, statementId, keys)).keys()),
    });
  }
}

const namesOf = (names: readonly NameChoice[]): Names => new Map(names.map((each) => [each.name, each]));

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

function outcomeOf(statementId: string, plan: ReturnPlan, names: Names, fileId: string | null): ReturnOutcome {
  const { suggestions, comments, unplaced, moment, isNamed, moved, known, atGaps } = plan;
  const counts = new Map<string, { suggestions: number; comments: number }>();
  const of = (name: string) => counts.get(name) ?? counts.set(name, { suggestions: 0, comments: 0 }).get(name)!;
  for (const { by } of suggestions) of(by).suggestions++;
  for (const { by } of comments) of(by).comments++;
  const told = unplaced.filter(({ words }) => words.inserted !== '' || words.deleted !== '');
  const short = (words: string) => words.slice(0, outcomeLimits.words);
  return {
    ...{ statementId, fileId, moment, isNamed, moved, known: known.size, atGaps },
    names: [...counts].map(([name, each]) => ({ name, ...each })),
    ...{ suggestions: suggestions.length, comments: comments.length },
    leftOut: [...names.values()].filter(({ whose }) => whose === 'none').length,
    unplacedCount: told.length,
    unplaced: told.slice(0, outcomeLimits.unplaced).map(({ by, words }) => ({
      ...{ by, inserted: short(words.inserted), deleted: short(words.deleted) },
    })),
  };
} // prettier-ignore
