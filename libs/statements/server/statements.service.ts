import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, newId, type Actor, type CountedPage } from '@plenary/ground/kernel';
import { cursorOf, pageOf, readCursor, UnitOfWork, type Transaction } from '@plenary/ground/server';
import {
  countWords,
  failStatement,
  mayCreate,
  rightOf,
  statementCreated,
  statementRenamed,
  statementRightGranted,
  statementSubject,
  titleFrom,
  usualHistoryRight,
  type Grant,
  type NewParagraph,
  type OwnedStatement,
  type StatementLineView,
  type StatementView,
} from '@plenary/statements/domain';
import type { StatementEntity } from './entities/statement.entity.js';
import { LastChanges } from './last-changes.js';
import { ReadersService } from './readers.service.js';
import { StatementTextService } from './statement-text.service.js';
import { StatementOwners } from './statement-owners.js';
import type { CreateStatementDto, ListStatementsDto, RenameStatementDto } from './statements.dto.js';
import { grantOf, presentStatement } from './statements.presenter.js';
import { StatementsRepository } from './statements.repository.js';

/** A statement to begin, with its first words and grants. */
export interface NewStatement extends OwnedStatement {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly paragraphs: readonly NewParagraph[];
  readonly grants: readonly Grant[];
}

/** Beginning, finding and naming statements. */
@Injectable()
export class StatementsService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly statements: StatementsRepository,
    private readonly readers: ReadersService,
    private readonly owners: StatementOwners,
    private readonly texts: StatementTextService,
    private readonly lastChanges: LastChanges,
    private readonly clock: Clock,
  ) {}

  /** STM-6: what the caller may not read is in no page and no count. */
  async list(actor: Actor, dto: ListStatementsDto): Promise<CountedPage<StatementLineView>> {
    const tx = this.database.manager;
    const reader = await this.readers.get(actor.personId);
    const after = readCursor(dto.cursor, ['updatedAt', 'id']);
    const filter = {
      query: dto.query ?? null,
      groupId: dto.group ?? null,
      after: after && { updatedAt: new Date(after.updatedAt), id: after.id },
      limit: dto.limit,
    };
    const found = await this.statements.list(tx, reader, filter);
    const total = after ? null : await this.statements.count(tx, reader, filter);
    const page = pageOf(found, dto.limit, (last) =>
      cursorOf({ updatedAt: last.updatedAt.toISOString(), id: last.id }),
    );
    const ids = page.items.map((each) => each.id);
    const grants = await this.statements.listGrants(tx, ids);
    const nameOf = await this.owners.namesOf(actor, page.items, tx);
    const lastChangeOf = await this.lastChanges.of(tx, page.items);
    const items = page.items.map((statement) => {
      const own = grants.filter((grant) => grant.statementId === statement.id).map(grantOf);
      const view = presentStatement(statement, rightOf(reader, statement, own), nameOf(statement));
      return { ...view, lastChange: lastChangeOf(statement) };
    });
    return { ...page, items, total };
  }

  async get(actor: Actor, id: string): Promise<StatementView> {
    const { statement, right } = await this.readers.open(actor, id);
    const nameOf = await this.owners.namesOf(actor, [statement], this.database.manager);
    return presentStatement(statement, right, nameOf(statement));
  }

  /**
   * STM-7. Who would not manage it by role gets `manage` as a grant. The text begins empty, unless a room above brings its
   * first words; they have to be what STM-12 allows.
   */
  create(
    actor: Actor,
    dto: CreateStatementDto,
    paragraphs: readonly NewParagraph[] = [],
  ): Promise<StatementView> {
    return this.unit.run(actor, (tx) => this.createWithin(tx, actor, dto, paragraphs));
  }

  /** As `create`, in the caller's transaction: what stands beside the text from its first moment comes with it. */
  async createWithin(
    tx: Transaction,
    actor: Actor,
    dto: CreateStatementDto,
    paragraphs: readonly NewParagraph[],
  ): Promise<StatementView> {
    const { title, owned, ownerName, reader } = await this.maker(tx.manager, actor, dto);
    const manages = rightOf(reader, owned, []) === 'manage';
    const person = { subjectKind: 'person', subjectId: actor.personId, right: 'manage' } as const;
    const statement = await this.begin(tx, {
      ...{ id: newId(), title, language: dto.language, ...owned },
      createdBy: actor.personId,
      createdAt: new Date(this.clock.now()),
      paragraphs,
      grants: manages ? [] : [{ id: newId(), ...person }],
    });
    return presentStatement(statement, 'manage', ownerName);
  }

  /** STM-7, for what is going to begin one later: refused as `create` refuses. */
  async refuseUnlessMayCreate(actor: Actor, dto: CreateStatementDto): Promise<void> {
    await this.maker(this.database.manager, actor, dto);
  }

  private async maker(tx: EntityManager, actor: Actor, dto: CreateStatementDto) {
    const title = titleFrom(dto.title);
    const { ownerKind } = dto;
    const owned: OwnedStatement = { ownerKind, groupId: ownerKind === 'group' ? dto.groupId! : null };
    const ownerName = (await this.owners.namesOf(actor, [owned], tx))(owned);
    if (ownerName === '') return failStatement('statement.group-missing');
    const reader = await this.readers.get(actor.personId, tx);
    if (!mayCreate(reader, owned)) return failStatement('statement.may-not-create');
    return { title, owned, ownerName, reader };
  }

  /** Row, grants, text and events of a new statement. Judges no rights: that is the caller's. */
  async begin(tx: Transaction, begun: NewStatement): Promise<StatementEntity> {
    const { paragraphs, grants, ...row } = begun;
    const { id, createdBy, createdAt, title, ownerKind, groupId, language } = row;
    const wordCount = paragraphs.reduce((count, each) => count + countWords(each.text), 0);
    const statement: StatementEntity = {
      ...row,
      stage: 'drafting',
      historyRight: usualHistoryRight,
      wordCount,
      updatedAt: createdAt,
    };
    await this.statements.insert(tx.manager, statement);
    const subject = statementSubject(id);
    await tx.events.append(statementCreated(subject, { title, ownerKind, groupId, language }));
    await this.texts.begin(tx, id, paragraphs, createdAt);
    for (const grant of grants) {
      await this.statements.saveGrant(tx.manager, {
        ...grant,
        subjectId: grant.subjectId ?? '',
        statementId: id,
        grantedBy: createdBy,
        grantedAt: createdAt,
      });
      const { id: grantId, subjectKind, subjectId, right } = grant;
      const told = { grantId, subjectKind, subjectId, right, before: null };
      await tx.events.append(statementRightGranted(subject, told));
    }
    return statement;
  }

  rename(actor: Actor, id: string, dto: RenameStatementDto): Promise<StatementView> {
    const title = titleFrom(dto.title);
    return this.unit.run(actor, async (tx) => {
      const { statement, right } = await this.readers.openLocked(tx.manager, actor, id, 'manage');
      const nameOf = await this.owners.namesOf(actor, [statement], tx.manager);
      const before = statement.title;
      if (before === title) return presentStatement(statement, right, nameOf(statement));
      const updatedAt = new Date(this.clock.now());
      await this.statements.rename(tx.manager, id, title, updatedAt);
      await tx.events.append(statementRenamed(statementSubject(id), { title, before }));
      return presentStatement({ ...statement, title, updatedAt }, right, nameOf(statement));
    });
  }
}
