import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, newId, type Actor } from '@plenary/ground/kernel';
import { RateLimits, UnitOfWork } from '@plenary/ground/server';
import { failStatement } from '@plenary/statements/domain';
import {
  commentAdded,
  commentDeleted,
  commentEdited,
  commentLimits,
  failComment,
  mayComment,
  mayDeleteComment,
  mayEditComment,
  spokenFor,
  threadSubject,
  type CommentView,
  type ThreadReader,
} from '@plenary/comments/domain';
import type { AddCommentDto, EditCommentDto } from './comments.dto.js';
import { CommentWords, ownWords } from './comment-words.js';
import { ThreadDoor } from './thread-door.js';
import { ThreadsRepository } from './threads.repository.js';
import { ThreadsService } from './threads.service.js';
import { writingLimits } from './writing-limits.js';

/** Replying in threads, and changing and taking away what one said. */
@Injectable()
export class CommentingService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly door: ThreadDoor,
    private readonly threads: ThreadsRepository,
    private readonly reading: ThreadsService,
    private readonly words: CommentWords,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** COM-4: also in a resolved thread, which stays resolved: people say thank you. */
  async add(actor: Actor, threadId: string, dto: AddCommentDto): Promise<CommentView> {
    await this.limit(actor, 'words');
    const { id } = await this.unit.run(actor, async (tx) => {
      const { reader, thread } = await this.door.openLocked(tx, actor, threadId);
      refuseUnlessMayComment(reader);
      const id = dto.id ?? newId();
      if (await this.isThere(tx.manager, actor, threadId, dto.id)) return { id };
      const { comments: maximum } = commentLimits;
      if ((await this.threads.countComments(tx.manager, threadId)) >= maximum)
        return failComment('comment.too-many-comments', { maximum });
      const said = await this.words.checked(tx.manager, reader, dto.text);
      const entered = await this.words.enteredFor(tx.manager, reader, dto.enteredFor);
      const createdAt = this.after(thread.changedAt);
      await this.threads.insertComment(tx.manager, {
        ...{ id, threadId, authorId: actor.personId },
        organisationId: spokenFor(reader.standing, dto.speaksFor),
        ...{ ...said, language: dto.language, ...entered, createdAt },
        ...{ editedAt: null, deletedAt: null, deletedBy: null },
      });
      await this.threads.updateThread(tx.manager, threadId, { changedAt: createdAt });
      const { statementId } = thread;
      await tx.events.append(commentAdded(threadSubject(threadId), { statementId, commentId: id }));
      return { id };
    });
    return this.reading.getComment(actor, threadId, id);
  }

  /** COM-5 */
  async edit(actor: Actor, commentId: string, dto: EditCommentDto): Promise<CommentView> {
    await this.limit(actor, 'words');
    const { threadId } = await this.unit.run(actor, async (tx) => {
      const { reader, thread, comment } = await this.door.openCommentLocked(tx, actor, commentId);
      if (!mayEditComment(reader, comment)) {
        refuseUnlessMayComment(reader);
        return failComment(comment.deletedAt ? 'comment.deleted' : 'comment.not-yours');
      }
      const said = await this.words.checked(tx.manager, reader, dto.text);
      const language = dto.language ?? comment.language;
      if (said.text === comment.text && language === comment.language) return { threadId: thread.id };
      const editedAt = this.after(thread.changedAt);
      await this.threads.updateComment(tx.manager, commentId, { ...said, language, editedAt });
      await this.threads.updateThread(tx.manager, thread.id, { changedAt: editedAt });
      const { statementId } = thread;
      await tx.events.append(commentEdited(threadSubject(thread.id), { statementId, commentId }));
      return { threadId: thread.id };
    });
    return this.reading.getComment(actor, threadId, commentId);
  }

  /** COM-5: its trace stays, its words and their translations do not. */
  async delete(actor: Actor, commentId: string): Promise<void> {
    await this.limit(actor, 'acts');
    await this.unit.run(actor, async (tx) => {
      const { reader, thread, comment } = await this.door.openCommentLocked(tx, actor, commentId);
      if (!mayDeleteComment(reader, { ...comment, deletedAt: null })) return failComment('comment.not-yours');
      if (comment.deletedAt) return;
      const { personId: deletedBy } = actor;
      const deletedAt = this.after(thread.changedAt);
      await this.threads.updateComment(tx.manager, commentId, {
        ...{ text: '', mentions: [], deletedAt, deletedBy },
        ...ownWords,
      });
      await this.threads.deleteTranslations(tx.manager, commentId);
      await this.threads.updateThread(tx.manager, thread.id, { changedAt: deletedAt });
      const { authorId: personId } = comment;
      const by = personId === deletedBy ? 'author' : 'other';
      const told = { statementId: thread.statementId, commentId, personId, by } as const;
      await tx.events.append(commentDeleted(threadSubject(thread.id), told));
    });
  }

  private async isThere(
    tx: EntityManager,
    { personId }: Actor,
    threadId: string,
    id: string | undefined,
  ): Promise<boolean> {
    const known = id === undefined ? null : await this.threads.findComment(tx, id);
    if (!known) return false;
    return known.authorId === personId && known.threadId === threadId
      ? true
      : failComment('comment.id-taken');
  }

  /** Later than all in the thread, so that whoever has read until here has read all before it. */
  private after(changedAt: Date): Date {
    return new Date(Math.max(this.clock.now(), changedAt.getTime() + 1));
  }

  private async limit({ personId }: Actor, kind: keyof typeof writingLimits): Promise<void> {
    const [name, points, seconds] = writingLimits[kind];
    await this.limits.take(name, personId, points, seconds);
  }
}

/** COM-4: whoever reads along may not write; the refusal is the statement's, which says why. */
export function refuseUnlessMayComment(reader: ThreadReader): void {
  if (!mayComment(reader)) failStatement('statement.forbidden', { held: reader.right, wanted: 'comment' });
}
