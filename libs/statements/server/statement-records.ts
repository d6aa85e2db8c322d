import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { covers, type Actor, type RecordedEvent } from '@plenary/ground/kernel';
import { OnEvent, Subjects, UnitOfWork, type Transaction } from '@plenary/ground/server';
import { CollabService } from '@plenary/ground/server/collab';
import { PersonRecords, type RoomRecords } from '@plenary/identity/server';
import {
  documentOf,
  statementRightGranted,
  statementSubject,
  type StatementsOfPersonView,
  type WroteInView,
} from '@plenary/statements/domain';
import { StatementGrantEntity } from './entities/statement-grant.entity.js';

/** The newest texts out of which an export takes what somebody wrote; of older ones it names the statement. */
const textsExported = 200;

interface Rights {
  readonly rights: readonly StatementGrantEntity[];
}

/** What happens to rights when a person leaves, and when two organisations become one. */
@Injectable()
export class StatementRecords implements RoomRecords, OnModuleInit {
  readonly room = 'statements';

  constructor(
    private readonly records: PersonRecords,
    private readonly unit: UnitOfWork,
    private readonly subjects: Subjects,
    private readonly collab: CollabService,
  ) {}

  onModuleInit(): void {
    this.records.add(this);
  }

  /** Statements that the person began or wrote in, and what of their characters stands there now. */
  exportOf = async (tx: EntityManager, personId: string): Promise<StatementsOfPersonView & Rights> => ({
    wroteIn: await this.wroteIn(tx, personId),
    rights: await tx.findBy(StatementGrantEntity, { subjectKind: 'person', subjectId: personId }),
  });

  private async wroteIn(tx: EntityManager, personId: string): Promise<readonly WroteInView[]> {
    const statements: readonly Omit<WroteInView, 'words'>[] = await tx.query(
      `SELECT s.id, s.title, s.language, s.created_by = $1 AS began FROM statement s
        WHERE s.created_by = $1 OR EXISTS (
          SELECT FROM collab_client c WHERE c.person_id = $1 AND c.document_id = 'statement:' || s.id)
        ORDER BY s.created_at DESC`,
      [personId],
    );
    const found: WroteInView[] = [];
    for (const [place, statement] of statements.entries()) {
      const words = place < textsExported ? await this.wordsIn(statement.id, personId) : null;
      found.push({ ...statement, words });
    }
    return found;
  }

  /** A text that cannot be read just now keeps nobody from the rest of their data. */
  private async wordsIn(statementId: string, personId: string): Promise<readonly string[] | null> {
    const authors = await this.collab.authorsOf(documentOf(statementId)).catch(() => null);
    if (!authors) return null;
    return [...authors.values()]
      .map((runs) => runs.filter((run) => run.personId === personId).map((run) => run.text.trim()))
      .map((own) => own.filter((text) => text !== '').join(' … '))
      .filter((paragraph) => paragraph !== '');
  }

  /** What they wrote stays, with its author under a name that says nothing. */
  leave = async (tx: Transaction, { personId }: Actor): Promise<void> => {
    await tx.manager.delete(StatementGrantEntity, { subjectKind: 'person', subjectId: personId });
  };

  /** What an organisation may that goes on as another, that one may; of two rights the greater. */
  @OnEvent('organisation.merged')
  async move({ subject }: RecordedEvent): Promise<void> {
    const subjectKind = 'organisation' as const;
    await this.unit.run(null, async (tx) => {
      // Where it is now: by the time that this is told, that one may have been merged, too.
      const moved = await this.subjects.movedTo('organisation', [subject.id], tx.manager);
      const into = moved.get(subject.id)!;
      for (const grant of await tx.manager.findBy(StatementGrantEntity, {
        subjectKind,
        subjectId: subject.id,
      })) {
        const { id, statementId } = grant;
        const known = await tx.manager.findOneBy(StatementGrantEntity, {
          statementId,
          subjectKind,
          subjectId: into,
        });
        await tx.manager.delete(StatementGrantEntity, { id });
        if (known && covers(known.right, grant.right)) continue;
        const next = { ...(known ?? grant), subjectId: into, right: grant.right };
        await tx.manager.upsert(StatementGrantEntity, next, ['id']);
        const told = { grantId: next.id, subjectKind, subjectId: into, right: next.right };
        const before = known?.right ?? null;
        await tx.events.append(statementRightGranted(statementSubject(statementId), { ...told, before }));
      }
    });
  }
}
