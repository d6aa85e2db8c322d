import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '@plenary/ground/kernel';
import { LongWorks, type LongWorkKind, type Transaction, type Work } from '@plenary/ground/server';
import { importLimits, type ImportPreviewView } from '@plenary/arrivals/domain';
import { StandingService } from '@plenary/organisations/server';
import type { ImportChoicesDto } from './import.dto.js';
import { ImportPlans } from './import-plan.js';
import { mappingOf } from './list-columns.js';
import { readListFile } from './list-file.js';

const sampleLines = 5;
const sampleLength = 120;
/** A cell that goes on says so. */
const shortened = (cell: string): string =>
  cell.length > sampleLength ? `${cell.slice(0, sampleLength).replace(/[\uD800-\uDBFF]$/, '')}…` : cell;

/** What a list would do, before it is taken (ORG-13). Who says something else of the list wants that alone. */
@Injectable()
export class ImportPreviewService implements OnModuleInit, LongWorkKind<ImportChoicesDto> {
  readonly kind = 'organisations.import-preview';
  readonly newestOnly = true;

  constructor(
    private readonly database: DataSource,
    private readonly works: LongWorks,
    private readonly plans: ImportPlans,
    private readonly standings: StandingService,
  ) {}

  onModuleInit(): void {
    this.works.register(this);
  }

  refuseUnlessMay(tx: EntityManager, actor: Actor): Promise<unknown> {
    return this.standings.refuseUnlessCoordinator(tx, actor);
  }

  /** Begins to look at a list; one that cannot be read is refused at once. */
  async begin(actor: Actor, bytes: Uint8Array, choices: ImportChoicesDto): Promise<{ id: string }> {
    await this.standings.refuseUnlessCoordinator(this.database.manager, actor);
    mappingOf(readListFile(bytes, choices), choices);
    return this.works.begin(actor, this.kind, { ...choices }, bytes);
  }

  /** Changes nothing. Every error is named by line; what was not recognised a person says, so that it is shown, too. */
  async carryOut(_tx: Transaction, { request, bytes, tell }: Work<ImportChoicesDto>) {
    const file = readListFile(bytes!, request);
    const mapping = mappingOf(file, request);
    // What stays as it is is shown, too, so that it can be taken after all. Nobody waits for who only looks: what is
    // read is read outside the transaction, and held for nobody.
    const choices = { ...request, keep: [] };
    const plan = await this.plans.of(this.database.manager, file, mapping, choices, (done, total) =>
      tell('comparing', done, total),
    );
    const outcome: ImportPreviewView = {
      ...{ encoding: file.encoding, separator: file.separator, heads: file.heads, mapping },
      sample: file.lines
        .slice(0, sampleLines)
        .map(({ cells }) => cells.slice(0, file.heads.length).map(shortened)),
      lines: file.lines.length,
      problemCount: plan.problems.length,
      problems: plan.problems.slice(0, importLimits.errorsShown),
      wrongLines: plan.problems.some(({ problem }) => problem === 'no-column') ? 0 : plan.wrongLines.size,
      unknown: this.plans
        .unknownWords(file, mapping, plan.problems, request)
        .slice(0, importLimits.errorsShown),
      questions: plan.questions.slice(0, importLimits.errorsShown),
      changes: this.plans.changesShown(plan.changes.slice(0, importLimits.errorsShown)),
      newOrganisations: plan.newOrganisations.length,
      changedOrganisations: plan.changes.length,
      newPeople: plan.newPeople.length,
      newRepresentatives: plan.named.length,
    };
    return { outcome };
  }
}
