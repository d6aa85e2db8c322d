import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { covers, type Actor, type RecordedEvent } from '@plenary/ground/kernel';
import { OnEvent, Subjects, UnitOfWork, type Transaction } from '@plenary/ground/server';
import { PersonRecords, type RoomRecords } from '@plenary/identity/server';
import { statementRightGranted, statementSubject } from '@plenary/statements/domain';
import { StatementGrantEntity } from './entities/statement-grant.entity.js';

/** What happens to rights when a person leaves, and when two organisations become one. */
@Injectable()
export class StatementRecords implements RoomRecords, OnModuleInit {
  readonly room = 'statements';

  constructor(
    private readonly records: PersonRecords,
    private readonly unit: UnitOfWork,
    private readonly subjects: Subjects,
  ) {}

  onModuleInit(): void {
    this.records.add(this);
  }

  /** Titles of statements that the person began or wrote in; the letters stand in the texts themselves. */
  exportOf = async (tx: EntityManager, personId: string): Promise<unknown> => ({
    wroteIn: await tx.query(
      `SELECT s.id, s.title, s.created_by = $1 AS began FROM statement s
        WHERE s.created_by = $1 OR EXISTS (
          SELECT FROM collab_client c WHERE c.person_id = $1 AND c.document_id = 'statement:' || s.id)
        ORDER BY s.created_at`,
      [personId],
    ),
    rights: await tx.findBy(StatementGrantEntity, { subjectKind: 'person', subjectId: personId }),
  });

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
