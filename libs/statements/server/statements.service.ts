import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId, systemClock, type Actor, type Page } from '@plenary/ground/kernel';
import { CollabService, cursorOf, pageOf, readCursor, UnitOfWork } from '@plenary/ground/server';
import {
  documentOf,
  failStatement,
  mayCreate,
  rightOf,
  statementCreated,
  statementRenamed,
  statementRightGranted,
  statementSubject,
  titleFrom,
  type OwnedStatement,
  type StatementView,
} from '@plenary/statements/domain';
import type { StatementEntity } from './entities/statement.entity.js';
import { ReadersService } from './readers.service.js';
import { StatementOwners } from './statement-owners.js';
import type { CreateStatementDto, ListStatementsDto, RenameStatementDto } from './statements.dto.js';
import { grantOf, presentStatement } from './statements.presenter.js';
import { StatementsRepository } from './statements.repository.js';

/** Beginning, finding and naming statements. */
@Injectable()
export class StatementsService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly statements: StatementsRepository,
    private readonly readers: ReadersService,
    private readonly owners: StatementOwners,
    private readonly collab: CollabService,
  ) {}

  /** STM-6: what the caller may not read is in no page and no count. */
  async list(actor: Actor, dto: ListStatementsDto): Promise<Page<StatementView>> {
    const tx = this.database.manager;
    const reader = await this.readers.get(actor.personId);
    const after = readCursor(dto.cursor, ['updatedAt', 'id']);
    const found = await this.statements.list(tx, reader, {
      query: dto.query ?? null,
      groupId: dto.group ?? null,
      after: after && { updatedAt: new Date(after.updatedAt), id: after.id },
      limit: dto.limit,
    });
    const page = pageOf(found, dto.limit, (last) =>
      cursorOf({ updatedAt: last.updatedAt.toISOString(), id: last.id }),
    );
    const ids = page.items.map((each) => each.id);
    const grants = await this.statements.listGrants(tx, ids);
    const nameOf = await this.owners.namesOf(page.items, tx);
    const items = page.items.map((statement) => {
      const own = grants.filter((grant) => grant.statementId === statement.id).map(grantOf);
      return presentStatement(statement, rightOf(reader, statement, own), nameOf(statement));
    });
    return { ...page, items };
  }

  async get(actor: Actor, id: string): Promise<StatementView> {
    const { statement, right } = await this.readers.open(actor, id);
    const nameOf = await this.owners.namesOf([statement], this.database.manager);
    return presentStatement(statement, right, nameOf(statement));
  }

  /** STM-7. The text begins empty. */
  create(actor: Actor, dto: CreateStatementDto): Promise<StatementView> {
    const title = titleFrom(dto.title);
    const owned: OwnedStatement = {
      ownerKind: dto.ownerKind,
      groupId: dto.ownerKind === 'group' ? dto.groupId! : null,
    };
    return this.unit.run(actor, async (tx) => {
      const nameOf = await this.owners.namesOf([owned], tx.manager);
      if (nameOf(owned) === '') return failStatement('statement.group-missing');
      const reader = await this.readers.get(actor.personId, tx.manager);
      if (!mayCreate(reader, owned)) return failStatement('statement.may-not-create');
      const now = new Date(systemClock.now());
      const statement: StatementEntity = {
        id: dto.id,
        title,
        ...owned,
        language: dto.language,
        stage: 'drafting',
        wordCount: 0,
        createdBy: actor.personId,
        createdAt: now,
        updatedAt: now,
      };
      if (!(await this.statements.insert(tx.manager, statement))) {
        return failStatement('statement.already-exists');
      }
      const { language } = dto;
      await tx.events.append(statementCreated(statementSubject(dto.id), { title, ...owned, language }));
      await this.collab.createDocument(tx, documentOf(dto.id));
      if (rightOf(reader, owned, []) !== 'manage') {
        const subject = { subjectKind: 'person', subjectId: actor.personId } as const;
        const grant = { id: newId(), ...subject, right: 'manage' as const };
        const given = { statementId: dto.id, grantedBy: actor.personId, grantedAt: now };
        await this.statements.saveGrant(tx.manager, { ...grant, ...given });
        const { id: grantId, ...rest } = grant;
        await tx.events.append(
          statementRightGranted(statementSubject(dto.id), { grantId, ...rest, before: null }),
        );
      }
      return presentStatement(statement, 'manage', nameOf(owned));
    });
  }

  rename(actor: Actor, id: string, dto: RenameStatementDto): Promise<StatementView> {
    const title = titleFrom(dto.title);
    return this.unit.run(actor, async (tx) => {
      const { statement, right } = await this.readers.openLocked(tx.manager, actor, id, 'manage');
      const nameOf = await this.owners.namesOf([statement], tx.manager);
      const before = statement.title;
      if (before === title) return presentStatement(statement, right, nameOf(statement));
      const updatedAt = new Date(systemClock.now());
      await this.statements.rename(tx.manager, id, title, updatedAt);
      await tx.events.append(statementRenamed(statementSubject(id), { title, before }));
      return presentStatement({ ...statement, title, updatedAt }, right, nameOf(statement));
    });
  }
}
