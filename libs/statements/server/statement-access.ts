import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Access } from '@plenary/ground/collab/engine';
import { systemClock, type Actor, type Right } from '@plenary/ground/kernel';
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
/** Entries of each cache before it is emptied; a hall of a thousand people fits many times. */
const mostEntries = 20_000;

interface Kept<Value> {
  readonly until: number;
  readonly value: Promise<Value>;
}

interface KnownStatement {
  readonly owned: OwnedStatement;
  readonly grants: readonly Grant[];
}

/** Decides for the text engine who may do what with a statement's text, at join and at every push (SYNC-20). */
@Injectable()
export class StatementAccess implements Access {
  private readonly readersKept = new Map<string, Kept<Reader>>();
  private readonly statementsKept = new Map<string, Kept<KnownStatement | null>>();

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
      kept(this.readersKept, actor.personId, () => this.readers.get(actor.personId)),
      kept(this.statementsKept, statementId, () => this.load(statementId)),
    ]);
    if (!statement) return 'none';
    return rightOf(reader, statement.owned, statement.grants);
  }

  forgetStatement(statementId: string): void {
    this.statementsKept.delete(statementId);
  }

  forgetPerson(personId: string): void {
    this.readersKept.delete(personId);
  }

  forgetEverybody(): void {
    this.readersKept.clear();
  }

  private async load(id: string): Promise<KnownStatement | null> {
    const tx = this.database.manager;
    const statement = await this.statements.find(tx, id);
    if (!statement) return null;
    const grants = await this.statements.listGrants(tx, [id]);
    const { ownerKind, groupId } = statement;
    return { owned: { ownerKind, groupId }, grants: grants.map(grantOf) };
  }
}

/** One load for all who ask at the same time; a failed one is not kept. */
function kept<Value>(
  cache: Map<string, Kept<Value>>,
  key: string,
  load: () => Promise<Value>,
): Promise<Value> {
  const now = systemClock.now();
  const found = cache.get(key);
  if (found && found.until > now) return found.value;
  if (cache.size >= mostEntries) cache.clear();
  const value = load();
  const entry = { until: now + keptMs, value };
  cache.set(key, entry);
  value.catch(() => {
    if (cache.get(key) === entry) cache.delete(key);
  });
  return value;
}
