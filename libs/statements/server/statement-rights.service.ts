import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, covers, greatest, newId, type Actor, type Page } from '@plenary/ground/kernel';
import { cursorOf, pageOf, readCursor, UnitOfWork, type PageQuery } from '@plenary/ground/server';
import { GroupStandingService } from '@plenary/groups/server';
import { StandingService } from '@plenary/organisations/server';
import {
  explainRights,
  failStatement,
  hasManager,
  readerWith,
  reasonsOf,
  statementLimits,
  statementRightGranted,
  statementRightWithdrawn,
  statementSubject,
  type AskedSubject,
  type Grant,
  type Reader,
  type StatementRightOfView,
  type StatementRightView,
} from '@plenary/statements/domain';
import { GrantSubjects } from './grant-subjects.js';
import { ReadersService, type OpenStatement } from './readers.service.js';
import type { GrantRightDto } from './statements.dto.js';
import { StatementOwners } from './statement-owners.js';
import { grantOf, isHidden, presentReason, presentRight } from './statements.presenter.js';
import { StatementsRepository } from './statements.repository.js';

/** Who can do what with a statement and why; giving and withdrawing rights. */
@Injectable()
export class StatementRightsService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly statements: StatementsRepository,
    private readonly readers: ReadersService,
    private readonly subjects: GrantSubjects,
    private readonly owners: StatementOwners,
    private readonly standings: StandingService,
    private readonly groupStandings: GroupStandingService,
    private readonly clock: Clock,
  ) {}

  /** STM-9. One page: the grants on a statement are bounded, and so are roles. */
  async explain(actor: Actor, id: string): Promise<Page<StatementRightView>> {
    const { statement, grants, right } = await this.readers.open(actor, id);
    const stored = await this.statements.listGrants(this.database.manager, [id]);
    const lines = explainRights(statement, grants);
    const givers = stored.map((grant) => ({ kind: 'person' as const, id: grant.grantedBy }));
    const subjects = [...lines.map((line) => line.subject), ...givers];
    const names = await this.subjects.namesOf(actor, subjects);
    const byId = new Map(stored.map((grant) => [grant.id, grant]));
    // ORG-3: of an organisation that the viewer may not find, whoever manages the text sees that there is one, since it
    // is theirs to withdraw; everybody else sees nothing.
    const manages = covers(right, 'manage');
    const shown = lines.filter(({ subject }) => manages || !isHidden(subject, names));
    return { items: shown.map((line) => presentRight(line, byId, names)), nextCursor: null };
  }

  /** Statements on which they have a right and that the caller may read, too; the newest change first. */
  async listOf(actor: Actor, asked: AskedSubject, dto: PageQuery): Promise<Page<StatementRightOfView>> {
    const tx = this.database.manager;
    const viewer = await this.readers.get(actor.personId);
    const reader = asked.kind === 'people' ? await this.personFor(actor, asked.id) : readerWith(asked);
    const after = readCursor(dto.cursor, ['updatedAt', 'id']);
    const found = await this.statements.list(tx, reader, {
      ...{ query: null, groupId: null, alsoReadableBy: viewer, limit: dto.limit },
      after: after && { updatedAt: new Date(after.updatedAt), id: after.id },
    });
    const page = pageOf(found, dto.limit, (last) =>
      cursorOf({ updatedAt: last.updatedAt.toISOString(), id: last.id }),
    );
    const stored = await this.statements.listGrants(
      tx,
      page.items.map((each) => each.id),
    );
    const givers = stored.map((grant) => ({ kind: 'person' as const, id: grant.grantedBy }));
    const names = await this.subjects.namesOf(actor, givers);
    const byId = new Map(stored.map((grant) => [grant.id, grant]));
    const ownerName = await this.owners.namesOf(actor, page.items, tx);
    const items = page.items.map((statement) => {
      const grants = stored.filter((grant) => grant.statementId === statement.id).map(grantOf);
      const reasons = reasonsOf(reader, statement, grants);
      const { id, title } = statement;
      return {
        statement: { id, title, ownerName: ownerName(statement) },
        right: greatest(reasons.map(({ right }) => right)),
        reasons: reasons.map((reason) => presentReason(reason, byId, names)),
      };
    });
    return { ...page, items };
  }

  /** ORG-3: without the organisations that the viewer may not find. */
  private async personFor(actor: Actor, personId: string): Promise<Reader> {
    const { standing, groups } = await this.readers.get(personId);
    const subjects = standing.organisationIds.map((id) => ({ kind: 'organisation' as const, id }));
    const known = await this.subjects.namesOf(actor, subjects);
    const isKnown = (id: string) => known.has({ kind: 'organisation', id });
    const organisationIds = standing.organisationIds.filter(isKnown);
    const speaksFor = isKnown(standing.speaksFor ?? '') ? standing.speaksFor : null;
    return { standing: { ...standing, organisationIds, speaksFor }, groups };
  }

  /** Gives a right to a subject, in place of the one it was given before. */
  grant(actor: Actor, id: string, dto: GrantRightDto): Promise<{ grantId: string }> {
    return this.unit.run(actor, async (tx) => {
      const open = await this.readers.openLocked(tx.manager, actor, id, 'manage');
      const { subjectKind, right } = dto;
      const stored = await this.subjects.get(tx.manager, actor, subjectKind, dto.subjectId);
      const subjectId = stored === '' ? null : stored;
      const before = open.grants.find(
        (grant) => grant.subjectKind === subjectKind && grant.subjectId === subjectId,
      );
      if (before?.right === right) return { grantId: before.id };
      if (!before && open.grants.length >= statementLimits.grants) {
        return failStatement('statement.too-many-grants', { maximum: statementLimits.grants });
      }
      const grant: Grant = { id: before?.id ?? newId(), subjectKind, subjectId, right };
      await this.keepManager(tx.manager, open, [...open.grants.filter((each) => each !== before), grant]);
      await this.statements.saveGrant(tx.manager, {
        ...grant,
        subjectId: stored,
        statementId: id,
        grantedBy: actor.personId,
        grantedAt: new Date(this.clock.now()),
      });
      const told = { grantId: grant.id, subjectKind, subjectId, right, before: before?.right ?? null };
      await tx.events.append(statementRightGranted(statementSubject(id), told));
      return { grantId: grant.id };
    });
  }

  withdraw(actor: Actor, id: string, grantId: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      const open = await this.readers.openLocked(tx.manager, actor, id, 'manage');
      const grant = open.grants.find((each) => each.id === grantId);
      if (!grant) return failStatement('statement.grant-not-found');
      const rest = open.grants.filter((each) => each !== grant);
      await this.keepManager(tx.manager, open, rest);
      await this.statements.deleteGrant(tx.manager, grantId);
      const { subjectKind, subjectId, right } = grant;
      await tx.events.append(
        statementRightWithdrawn(statementSubject(id), { grantId, subjectKind, subjectId, right }),
      );
    });
  }

  /** STM-8: judged inside the transaction, with the statement locked. */
  private async keepManager(tx: EntityManager, open: OpenStatement, grants: readonly Grant[]): Promise<void> {
    if (hasManager(grants, { coordinator: false, lead: false })) return;
    const { groupId } = open.statement;
    const others = {
      coordinator: await this.standings.hasRole(tx, 'coordinator'),
      lead: groupId !== null && (await this.groupStandings.hasLead(tx, groupId)),
    };
    if (!hasManager(grants, others)) failStatement('statement.last-manager');
  }
}
