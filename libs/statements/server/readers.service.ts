import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { covers, type Actor, type Right } from '@plenary/ground/kernel';
import { GroupStandingService } from '@plenary/groups/server';
import { StandingService } from '@plenary/organisations/server';
import { failStatement, rightOf, type Grant, type Reader } from '@plenary/statements/domain';
import type { StatementEntity } from './entities/statement.entity.js';
import { grantOf } from './statements.presenter.js';
import { StatementsRepository } from './statements.repository.js';

/** A statement as one reader has it in hand. */
export interface OpenStatement {
  readonly statement: StatementEntity;
  readonly grants: readonly Grant[];
  readonly reader: Reader;
  readonly right: Right;
}

/** People as the rules on rights see them, and the one place where a statement is opened for one. */
@Injectable()
export class ReadersService {
  constructor(
    private readonly database: DataSource,
    private readonly standings: StandingService,
    private readonly groupStandings: GroupStandingService,
    private readonly statements: StatementsRepository,
  ) {}

  async get(personId: string, tx: EntityManager = this.database.manager): Promise<Reader> {
    return (await this.of([personId], tx)).get(personId)!;
  }

  /** One entry for each of these people; two queries, however many they are. */
  async of(
    personIds: readonly string[],
    tx: EntityManager = this.database.manager,
  ): Promise<Map<string, Reader>> {
    const standings = await this.standings.of(personIds, tx);
    const groups = await this.groupStandings.ofAll(
      [...standings.values()].map(({ standing }) => standing),
      tx,
    );
    return new Map([...standings].map(([id, { standing }]) => [id, { standing, groups: groups.get(id)! }]));
  }

  /** For reading. STM-6: refused as unknown when the caller may not read it. */
  async open(actor: Actor, id: string): Promise<OpenStatement> {
    const tx = this.database.manager;
    return this.check(actor, await this.statements.find(tx, id), 'read', tx);
  }

  /** For changing: the row is locked until the transaction ends, and the right is judged inside it. */
  async openLocked(tx: EntityManager, actor: Actor, id: string, wanted: Right): Promise<OpenStatement> {
    return this.check(actor, await this.statements.findLocked(tx, id), wanted, tx);
  }

  /** Null when the caller may not read it. */
  async find(tx: EntityManager, actor: Actor, id: string): Promise<OpenStatement | null> {
    return this.readable(actor, await this.statements.find(tx, id), tx);
  }

  /** As `find`, with the row locked. */
  async findLocked(tx: EntityManager, actor: Actor, id: string): Promise<OpenStatement | null> {
    return this.readable(actor, await this.statements.findLocked(tx, id), tx);
  }

  /** What each of these people may do with it. */
  async rightsOn(tx: EntityManager, id: string, personIds: readonly string[]): Promise<Map<string, Right>> {
    const statement = await this.statements.find(tx, id);
    const grants = statement ? (await this.statements.listGrants(tx, [id])).map(grantOf) : [];
    const readers = statement ? await this.of(personIds, tx) : new Map<string, Reader>();
    return new Map(
      personIds.map((each) => [each, statement ? rightOf(readers.get(each)!, statement, grants) : 'none']),
    );
  }

  /** What somebody may do with each of them. */
  async rightsOf(tx: EntityManager, personId: string, ids: readonly string[]): Promise<Map<string, Right>> {
    const opened = await this.openMany(tx, personId, ids);
    const rights = new Map(opened.map(({ statement, right }) => [statement.id, right]));
    return new Map(ids.map((id) => [id, rights.get(id) ?? 'none']));
  }

  /** Those of them that exist, each with what somebody may do with it, be it nothing. */
  async openMany(
    tx: EntityManager,
    personId: string,
    ids: readonly string[],
  ): Promise<readonly Pick<OpenStatement, 'statement' | 'right'>[]> {
    const found = await this.statements.findMany(tx, ids);
    const grants = await this.statements.listGrants(
      tx,
      found.map(({ id }) => id),
    );
    const reader = await this.get(personId, tx);
    const own = (id: string) => grants.filter(({ statementId }) => statementId === id).map(grantOf);
    return found.map((statement) => ({ statement, right: rightOf(reader, statement, own(statement.id)) }));
  }

  private async check(
    actor: Actor,
    statement: StatementEntity | null,
    wanted: Right,
    tx: EntityManager,
  ): Promise<OpenStatement> {
    const found = await this.readable(actor, statement, tx);
    if (!found) return failStatement('statement.not-found');
    if (!covers(found.right, wanted))
      return failStatement('statement.forbidden', { held: found.right, wanted });
    return found;
  }

  private async readable(
    actor: Actor,
    statement: StatementEntity | null,
    tx: EntityManager,
  ): Promise<OpenStatement | null> {
    if (!statement) return null;
    const grants = (await this.statements.listGrants(tx, [statement.id])).map(grantOf);
    const reader = await this.get(actor.personId, tx);
    const right = rightOf(reader, statement, grants);
    return covers(right, 'read') ? { statement, grants, reader, right } : null;
  }
}
