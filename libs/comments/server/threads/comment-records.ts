import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, RecordedEvent } from '@plenary/ground/kernel';
import { OnEvent, Subjects, UnitOfWork, type Transaction } from '@plenary/ground/server';
import { PersonRecords, type RoomRecords } from '@plenary/identity/server';
import type { CommentsOfPersonView } from '@plenary/comments/domain';
import { CommentThreadEntity } from '../entities/comment-thread.entity.js';
import { CommentTranslationEntity } from '../entities/comment-translation.entity.js';
import { CommentEntity } from '../entities/comment.entity.js';
import { ThreadReadEntity } from '../entities/thread-read.entity.js';

interface Also {
  readonly translations: readonly CommentTranslationEntity[];
  readonly resolved: readonly Pick<CommentThreadEntity, 'id' | 'outcome' | 'outcomeNote' | 'resolvedAt'>[];
  readonly read: readonly ThreadReadEntity[];
}

/** What happens to comments when a person leaves, and when two organisations become one. */
@Injectable()
export class CommentRecords implements RoomRecords, OnModuleInit {
  readonly room = 'comments';

  constructor(
    private readonly records: PersonRecords,
    private readonly unit: UnitOfWork,
    private readonly subjects: Subjects,
  ) {}

  onModuleInit(): void {
    this.records.add(this);
  }

  /** COM-12: all that they said, in which thread, and how far they read. */
  exportOf = async (tx: EntityManager, personId: string): Promise<CommentsOfPersonView & Also> => ({
    comments: await tx.query(
      `SELECT c.id, c.thread_id AS "threadId", t.statement_id AS "statementId", c.text, c.language,
              c.entered_name AS "enteredFor", c.created_at AS "createdAt", c.edited_at AS "editedAt",
              c.deleted_at AS "deletedAt", t.audience, t.quote
         FROM comment c JOIN comment_thread t ON t.id = c.thread_id
        WHERE c.author_id = $1 ORDER BY c.created_at, c.id`,
      [personId],
    ),
    translations: await tx.findBy(CommentTranslationEntity, { translatedBy: personId }),
    resolved: await tx.find(CommentThreadEntity, {
      where: { resolvedBy: personId },
      select: { id: true, outcome: true, outcomeNote: true, resolvedAt: true },
    }),
    read: await tx.findBy(ThreadReadEntity, { personId }),
  });

  /** COM-12: what they said stays, with its author under a name that says nothing; what they read is nobody's. */
  leave = async (tx: Transaction, { personId }: Actor): Promise<void> => {
    await tx.manager.delete(ThreadReadEntity, { personId });
  };

  /** COM-12: what was said for an organisation that goes on as another is said for that one, and read by its people. */
  @OnEvent('organisation.merged')
  async move({ subject }: RecordedEvent): Promise<void> {
    await this.unit.run(null, async ({ manager }) => {
      // Where it is now: by the time that this is told, that one may have been merged, too.
      const moved = await this.subjects.movedTo('organisation', [subject.id], manager);
      const [from, into] = [subject.id, moved.get(subject.id)!];
      await manager.update(CommentThreadEntity, { organisationId: from }, { organisationId: into });
      await manager.update(CommentThreadEntity, { resolvedFor: from }, { resolvedFor: into });
      await manager.update(CommentEntity, { organisationId: from }, { organisationId: into });
      await manager.update(CommentEntity, { enteredOrganisationId: from }, { enteredOrganisationId: into });
      await manager.update(CommentTranslationEntity, { organisationId: from }, { organisationId: into });
    });
  }
}
