import { Injectable } from '@nestjs/common';
import { Clock, type Actor, type DomainEvent } from '@plenary/ground/kernel';
import { RateLimits, UnitOfWork } from '@plenary/ground/server';
import {
  checkedNote,
  failComment,
  mayResolveThread,
  threadReopened,
  threadResolved,
  threadSubject,
  type ThreadView,
} from '@plenary/comments/domain';
import type { CommentThreadEntity } from '../entities/comment-thread.entity.js';
import { ThreadDoor } from './thread-door.js';
import type { ResolveThreadDto } from './threads.dto.js';
import { ThreadsRepository } from './threads.repository.js';
import { ThreadsService } from './threads.service.js';
import { writingLimits } from './writing-limits.js';

const open = { outcome: null, outcomeNote: '', resolvedBy: null, resolvedFor: null, resolvedAt: null };

/** COM-7: saying what came of a thread, and opening it again. */
@Injectable()
export class ResolvingThreads {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly door: ThreadDoor,
    private readonly threads: ThreadsRepository,
    private readonly reading: ThreadsService,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** Of a thread that is resolved the outcome becomes another. */
  resolve(actor: Actor, threadId: string, { outcome, note }: ResolveThreadDto): Promise<ThreadView> {
    return this.decide(actor, threadId, (thread, at, resolvedFor) => {
      const outcomeNote = checkedNote(note);
      if (thread.outcome === outcome && thread.outcomeNote === outcomeNote) return null;
      const { personId: resolvedBy } = actor;
      const change = { outcome, outcomeNote, resolvedBy, resolvedFor, resolvedAt: at };
      return { change, event: threadResolved(threadSubject(threadId), { ...of(thread), outcome }) };
    });
  }

  reopen(actor: Actor, threadId: string): Promise<ThreadView> {
    return this.decide(actor, threadId, (thread) =>
      thread.resolvedAt ? { change: open, event: threadReopened(threadSubject(threadId), of(thread)) } : null,
    );
  }

  private async decide(
    actor: Actor,
    threadId: string,
    decision: (
      thread: CommentThreadEntity,
      at: Date,
      speaksFor: string | null,
    ) => { change: Partial<CommentThreadEntity>; event: DomainEvent } | null,
  ): Promise<ThreadView> {
    const [name, points, seconds] = writingLimits.acts;
    await this.limits.take(name, actor.personId, points, seconds);
    await this.unit.run(actor, async (tx) => {
      const { reader, thread } = await this.door.openLocked(tx, actor, threadId);
      if (!mayResolveThread(reader, thread)) return failComment('comment.may-not-resolve');
      const at = new Date(Math.max(this.clock.now(), thread.changedAt.getTime() + 1));
      const decided = decision(thread, at, reader.standing.speaksFor);
      if (!decided) return;
      await this.threads.updateThread(tx.manager, threadId, { ...decided.change, changedAt: at });
      await tx.events.append(decided.event);
    });
    return this.reading.get(actor, threadId);
  }
}

const of = ({ statementId }: CommentThreadEntity) => ({ statementId });
