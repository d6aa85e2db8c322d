import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, newId, type Actor } from '@plenary/ground/kernel';
import { RateLimits, UnitOfWork } from '@plenary/ground/server';
import {
  commentLimits,
  failComment,
  spokenFor,
  threadBegun,
  threadSubject,
  type ThreadReader,
  type ThreadView,
} from '@plenary/comments/domain';
import { SuggestedPlaces } from '../suggestions/suggested-places.service.js';
import { CommentWords } from './comment-words.js';
import { PassagesService } from './passages.service.js';
import { ThreadDoor } from './thread-door.js';
import type { BeginThreadDto } from './threads.dto.js';
import { ThreadsRepository } from './threads.repository.js';
import { ThreadsService } from './threads.service.js';
import { writingLimits } from './writing-limits.js';

/** Beginning a thread, with its first comment. */
@Injectable()
export class BeginningThreads {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly door: ThreadDoor,
    private readonly threads: ThreadsRepository,
    private readonly reading: ThreadsService,
    private readonly passages: PassagesService,
    private readonly suggested: SuggestedPlaces,
    private readonly words: CommentWords,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** COM-3, COM-4. A second arrival of an id that the client made is the same thread. */
  async begin(actor: Actor, statementId: string, dto: BeginThreadDto): Promise<ThreadView> {
    const { personId } = actor;
    const [name, points, seconds] = writingLimits.words;
    await this.limits.take(name, personId, points, seconds);
    // Whoever may not read the text is told nothing of what stands in it.
    await this.door.openStatement(actor, statementId);
    if (await this.isThere(this.database.manager, actor, statementId, dto.id))
      return this.reading.get(actor, dto.id!);
    // Before the transaction: reading a text takes a line to the database of its own.
    const { kind, ...place } =
      dto.kind === 'suggestion'
        ? await this.suggested.read(actor, statementId, dto.suggestionId!)
        : await this.passages.read(statementId, dto);
    const { id } = await this.unit.run(actor, async (tx) => {
      const { reader } = await this.door.openStatementLocked(tx, actor, statementId);
      const threadId = dto.id ?? newId();
      if (await this.isThere(tx.manager, actor, statementId, dto.id)) return { id: threadId };
      const { threads: maximum } = commentLimits;
      if ((await this.threads.countThreads(tx.manager, statementId)) >= maximum)
        return failComment('comment.too-many-threads', { maximum });
      const at = new Date(this.clock.now());
      const { audience, language } = dto;
      const organisationId = organisationOf(reader, dto);
      const said = await this.words.checked(tx.manager, reader, dto.text);
      const entered = await this.words.enteredFor(tx.manager, reader, dto.enteredFor);
      await this.threads.insertThread(tx.manager, {
        ...{ id: threadId, statementId, placeKind: kind, ...place, audience, organisationId },
        ...{ begunBy: personId, outcome: null, outcomeNote: '', createdAt: at, changedAt: at },
        ...{ resolvedBy: null, resolvedFor: null, resolvedAt: null },
      });
      const commentId = newId();
      await this.threads.insertComment(tx.manager, {
        ...{ id: commentId, threadId, authorId: personId, organisationId },
        ...{ ...said, language, ...entered, createdAt: at },
        ...{ editedAt: null, deletedAt: null, deletedBy: null },
      });
      const told = { statementId, commentId, place: kind, audience };
      await tx.events.append(threadBegun(threadSubject(threadId), told));
      return { id: threadId };
    });
    return this.reading.get(actor, id);
  }

  private async isThere(
    tx: EntityManager,
    { personId }: Actor,
    statementId: string,
    id: string | undefined,
  ): Promise<boolean> {
    const known = id === undefined ? null : await this.threads.find(tx, id);
    if (!known) return false;
    return known.begunBy === personId && known.statementId === statementId
      ? true
      : failComment('comment.id-taken');
  }
}

/** COM-2: what is meant for one organisation goes to no other, though its author speaks for another by now. */
function organisationOf({ standing }: ThreadReader, { audience, speaksFor }: BeginThreadDto): string | null {
  const organisationId = spokenFor(standing, speaksFor);
  if (audience !== 'organisation') return organisationId;
  const isAnother = speaksFor !== undefined && speaksFor !== organisationId;
  return organisationId === null || isAnother ? failComment('comment.no-organisation') : organisationId;
}
