import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { oneLine, type Actor } from '@plenary/ground/kernel';
import {
  LongWorks,
  RateLimits,
  type LongWorkKind,
  type Transaction,
  type Work,
} from '@plenary/ground/server';
import { CollabService } from '@plenary/ground/server/collab';
import { documentOf } from '@plenary/statements/domain';
import { StatementsService, type CreateStatementDto } from '@plenary/statements/server';
import { BringingWords } from '@plenary/comments/server';
import {
  failExchange,
  isRecord,
  paragraphsFrom,
  returnedFrom,
  type BeginningChoices,
  type ReturnOutcome,
} from '@plenary/exchange/domain';
import { sentIn } from '../sent-in.js';
import { brought } from './bringing-back.service.js';
import { forOthers, KeepingReturned, namesOf } from './keeping-returned.service.js';
import { grantingTo, ReturnPlans, textIn } from './return-plans.service.js';

interface BeginningRequest extends BeginningChoices {
  readonly facts: CreateStatementDto;
}

/** The name of this work. */
export const beginWork = 'exchange.begin';

/**
 * EXC-24, EXC-26: a statement begins with a Word file and with what stands in it beside the text, as suggestions and comments on
 * its first moment: all of it in one transaction, or nothing.
 */
@Injectable()
export class Beginning implements OnModuleInit {
  private readonly work: LongWorkKind<BeginningRequest> = {
    kind: beginWork,
    carryOut: async (tx, work) => ({ outcome: await this.carryOut(tx, work) }),
  };

  constructor(
    private readonly database: DataSource,
    private readonly works: LongWorks,
    private readonly statements: StatementsService,
    private readonly words: BringingWords,
    private readonly collab: CollabService,
    private readonly plans: ReturnPlans,
    private readonly keeping: KeepingReturned,
    private readonly rates: RateLimits,
  ) {}

  onModuleInit(): void {
    this.works.register(this.work);
  }

  /** Who may not is refused at once; then what cannot be read. A command that arrives twice begins one statement. */
  async begin(
    actor: Actor,
    facts: CreateStatementDto,
    { fileName, names }: BeginningChoices,
    sent: () => unknown,
  ): Promise<{ id: string }> {
    const [name, points, seconds] = brought;
    await this.rates.take(name, actor.personId, points, seconds);
    await this.statements.refuseUnlessMayCreate(actor, facts);
    const manager = await this.words.readerOf(this.database.manager, actor, { right: 'manage' });
    await this.words.refuseUnlessMayBringFor(this.database.manager, manager, forOthers(names));
    const found = sent();
    fileIn(found);
    const request: BeginningRequest = { facts, fileName: oneLine(fileName), names };
    return this.works.begin(actor, beginWork, request, Buffer.from(JSON.stringify(found)));
  }

  /** Whether they may is judged again: here by whoever begins the statement. */
  private async carryOut(tx: Transaction, work: Work<BeginningRequest>): Promise<ReturnOutcome> {
    const { actor, request, bytes, tell } = work;
    const { facts, fileName, names } = request;
    const { paragraphs, file } = fileIn(sentIn(bytes));
    const { id: statementId } = await this.statements.createWithin(tx, actor, facts, paragraphs);
    const open = await this.words.openLocked(tx, actor, statementId);
    await this.words.refuseUnlessMayBringFor(tx.manager, open.reader, forOthers(names));
    const plan = await this.plans.of(actor, {
      // As a file that names no moment, so that it is known when it is brought to its statement again.
      ...{ statementId, tell, against: 'now' as const, file, title: facts.title },
      begun: await this.collab.readBegun(tx, documentOf(statementId), textIn),
      leftOut: new Set(names.filter(({ whose }) => whose === 'none').map(({ name }) => name)),
      grant: grantingTo(actor, tx, this.collab, statementId),
      standing: { suggestions: [], comments: [], outcomes: [] },
      // Nothing was erased from what begins here.
      ...{ withErased: false, erasedSince: () => Promise.resolve(null) },
      known: () => Promise.resolve(new Set()),
    });
    tell('keeping', 0, null);
    return this.keeping.keep(tx, actor, open, { fileName, names: namesOf(names), plan });
  } // prettier-ignore
}

const fileIn = (sent: unknown) => {
  const { paragraphs, file } = isRecord(sent) ? sent : failExchange('exchange.text-refused');
  return { paragraphs: paragraphsFrom(paragraphs), file: returnedFrom(file) };
};
