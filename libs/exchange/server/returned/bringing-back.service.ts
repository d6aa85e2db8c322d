import { randomInt } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { oneLine, type Actor } from '@plenary/ground/kernel';
import {
  LongWorks,
  RateLimits,
  type LongWorkKind,
  type Transaction,
  type Work,
} from '@plenary/ground/server';
import { CollabService } from '@plenary/ground/server/collab';
import { failStatement } from '@plenary/statements/domain';
import { ErasedGaps, StatementsDoor } from '@plenary/statements/server';
import { BringingWords } from '@plenary/comments/server';
import { mayComment } from '@plenary/comments/domain';
import { returnedFrom, type ReturnChoices, type ReturnOutcome } from '@plenary/exchange/domain';
import { sentIn } from '../sent-in.js';
import { forOthers, KeepingReturned, namesOf, outcomeOf } from './keeping-returned.service.js';
import { grantingTo, ReturnPlans, type ReturnPlan } from './return-plans.service.js';
import { ReturnedRepository } from './returned.repository.js';

export interface ReturnRequest extends ReturnChoices {
  readonly statementId: string;
}

/** Files that one person brings or has looked at, in ten minutes. */
export const brought = ['exchange-return', 60, 600] as const;

/** Names of the works that these are. */
export const lookWork = 'exchange.look';
export const bringWork = 'exchange.bring-back';

/** EXC-16 to EXC-22: a Word file comes back, as suggestions and comments alone. Looked at first, then all or nothing. */
@Injectable()
export class BringingBack implements OnModuleInit {
  /** Changes nothing. Who looks again wants that alone. */
  private readonly look: LongWorkKind<ReturnRequest> = {
    ...{ kind: lookWork, newestOnly: true },
    carryOut: async (_tx, work) => ({ outcome: await this.lookAt(work) }),
  };
  private readonly bring: LongWorkKind<ReturnRequest> = {
    kind: bringWork,
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
    private readonly keeping: KeepingReturned,
    private readonly rates: RateLimits,
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
    await this.openToBring(actor, statementId, choices);
    const file = returnedFrom(sent());
    const { kind } = this[what];
    const { fileName, ...chosen } = choices;
    const request: ReturnRequest = { ...chosen, statementId, fileName: oneLine(fileName) };
    return this.works.begin(actor, kind, request, Buffer.from(JSON.stringify(file)));
  }

  /** COM-4, COM-8: judged when it is begun, and again when it is carried out. */
  private async openToBring(actor: Actor, statementId: string, { names }: Pick<ReturnChoices, 'names'>): Promise<{ readonly title: string }> {
    const statement = await this.statements.open(actor, statementId);
    const tx = this.database.manager;
    const reader = await this.words.readerOf(tx, actor, statement);
    if (!mayComment(reader)) failStatement('statement.forbidden', { held: reader.right, wanted: 'comment' });
    await this.words.refuseUnlessMayBringFor(tx, reader, forOthers(names));
    return statement;
  } // prettier-ignore

  private async lookAt(work: Work<ReturnRequest>): Promise<ReturnOutcome> {
    const { statementId, names } = work.request;
    const { title } = await this.openToBring(work.actor, statementId, work.request);
    // Client ids that nobody keeps: what is written under them is read and thrown away.
    const plan = await this.planOf(this.database.manager, work, title, async (count) => {
      const ids = new Set<number>();
      while (ids.size < count) ids.add(randomInt(2 ** 31, 2 ** 32));
      return [...ids];
    });
    const isSame = await this.keeping.isSame(this.database.manager, statementId, plan);
    const comments = plan.comments.filter(({ key }) => !isSame && !plan.known.has(key));
    const suggestions = isSame ? [] : plan.suggestions;
    return outcomeOf(statementId, { ...plan, suggestions, comments }, namesOf(names), null);
  }

  /** All of it in the caller's transaction; carried out twice, it is done once. */
  private async bringBack(tx: Transaction, work: Work<ReturnRequest>): Promise<ReturnOutcome> {
    const { actor, request, tell } = work;
    const { statementId, fileName } = request;
    const names = namesOf(request.names);
    const { title } = await this.openToBring(actor, statementId, request);
    const grant = grantingTo(actor, tx, this.collab, statementId);
    const plan = await this.planOf(tx.manager, work, title, grant);
    tell('keeping', 0, null);
    // From here on nobody else brings anything to this statement.
    const open = await this.words.openLocked(tx, actor, statementId);
    return this.keeping.keep(tx, actor, open, { fileName, names, plan });
  }

  private async planOf(
    tx: EntityManager,
    { actor, request, bytes, tell }: Work<ReturnRequest>,
    title: string,
    grant: (count: number) => Promise<readonly number[]>,
  ): Promise<ReturnPlan> {
    const { statementId, against, names, withErased = false } = request;
    const file = returnedFrom(sentIn(bytes));
    const leftOut = new Set(names.filter(({ whose }) => whose === 'none').map(({ name }) => name));
    return this.plans.of(actor, {
      ...{ statementId, title, file, against, leftOut, grant, tell, withErased },
      erasedSince: (seq) => this.erased.since(tx, statementId, seq),
      standing: await this.words.standing(tx, actor, await this.statements.open(actor, statementId)),
      known: async (keys) => new Set((await this.returned.known(tx, statementId, keys)).keys()),
    });
  }
}
