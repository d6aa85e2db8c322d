import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { DataSource } from 'typeorm';
import type { Access } from '@plenary/ground/collab/engine';
import type { Actor, OrganisationId, Right } from '@plenary/ground/kernel';
import { ShortMemory } from '@plenary/ground/server';
import {
  rightOf,
  statementOf,
  type Grant,
  type OwnedStatement,
  type Reader,
} from '@plenary/statements/domain';
import { ReadersService } from './readers.service.js';
import { grantOf } from './statements.presenter.js';
import { StatementsRepository } from './statements.repository.js';

/**
 * How long an answer is kept without being asked again. Changes empty the cache at once; this is for those that
 * nobody announced (a row changed by hand), so that even then nothing outlives the two seconds of SYNC-20.
 */
const keptMs = 1_500;
/** People or statements that are asked for by one query. */
const together = 1_000;
/** Entries of each cache before it is emptied; a hall of a thousand people fits many times. */
const mostEntries = 20_000;

interface KnownStatement {
  readonly owned: OwnedStatement;
  readonly grants: readonly Grant[];
}

/**
 * Decides for the text engine who may do what with a statement's text, at join and at every push (SYNC-20). Who is asked
 * for in the same turn is asked for together: a change that concerns a hall costs as many queries as one for one person.
 */
@Injectable()
export class StatementAccess implements Access {
  private readonly readersKept = new ShortMemory<Reader>(keptMs, mostEntries);
  private readonly statementsKept = new ShortMemory<KnownStatement | null>(keptMs, mostEntries);

  private readonly peopleTogether = new DataLoader<string, Reader>(
    async (ids) => {
      const found = await this.readers.of(ids);
      return ids.map((id) => found.get(id)!);
    },
    { cache: false, maxBatchSize: together },
  );
  private readonly statementsTogether = new DataLoader<string, KnownStatement | null>(
    (ids) => this.load(ids),
    { cache: false, maxBatchSize: together },
  );

  constructor(
    private readonly database: DataSource,
    private readonly statements: StatementsRepository,
    private readonly readers: ReadersService,
  ) {}

  /** `none` for what does not exist, too (SYNC-22). */
  async rightOf(actor: Actor, document: string): Promise<Right> {
    const statementId = statementOf(document);
    if (statementId === null) return 'none';
    const [reader, statement] = await Promise.all([
      this.readersKept.get(actor.personId, () => this.peopleTogether.load(actor.personId)),
      this.statementsKept.get(statementId, () => this.statementsTogether.load(statementId)),
    ]);
    if (!statement) return 'none';
    return rightOf(reader, statement.owned, statement.grants);
  }

  async actsFor({ personId }: Actor, organisationId: OrganisationId): Promise<boolean> {
    const { standing } = await this.readersKept.get(personId, () => this.peopleTogether.load(personId));
    return standing.organisationIds.includes(organisationId);
  }

  forgetStatement(statementId: string): void {
    this.statementsKept.forget(statementId);
  }

  forgetPerson(personId: string): void {
    this.readersKept.forget(personId);
  }

  forgetEverybody(): void {
    this.readersKept.clear();
  }

  private async load(ids: readonly string[]): Promise<(KnownStatement | null)[]> {
    const tx = this.database.manager;
    const found = new Map<string, { owned: OwnedStatement; grants: Grant[] }>();
    for (const { id, ownerKind, groupId } of await this.statements.findMany(tx, ids)) {
      found.set(id, { owned: { ownerKind, groupId }, grants: [] });
    }
    for (const grant of await this.statements.listGrants(tx, [...found.keys()])) {
      found.get(grant.statementId)?.grants.push(grantOf(grant));
    }
    return ids.map((id) => found.get(id) ?? null);
  }
}
