import { Injectable } from '@nestjs/common';
import { covers, Clock, type Actor } from '@plenary/ground/kernel';
import { RateLimits, UnitOfWork, type Transaction } from '@plenary/ground/server';
import {
  checkedText,
  commentTranslated,
  failComment,
  mayTranslateComment,
  threadSubject,
  type CommentView,
} from '@plenary/comments/domain';
import { refuseUnlessMayComment } from './commenting.service.js';
import { ThreadDoor, type OpenComment } from './thread-door.js';
import { ThreadsRepository } from './threads.repository.js';
import { ThreadsService } from './threads.service.js';
import { writingLimits } from './writing-limits.js';

/** Translations that people add to comments, one for each language. */
@Injectable()
export class TranslatingComments {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly door: ThreadDoor,
    private readonly threads: ThreadsRepository,
    private readonly reading: ThreadsService,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** COM-4. The last one who translates it into a language says how it reads there. */
  translate(actor: Actor, commentId: string, language: string, typed: string): Promise<CommentView> {
    return this.change(actor, commentId, language, async (manager, { reader }, at) => {
      const { speaksFor: organisationId, personId: translatedBy } = reader.standing;
      const text = checkedText(typed);
      const known = await this.find(manager, commentId, language);
      if (known?.text === text) return false;
      await this.threads.saveTranslation(manager, {
        ...{ commentId, language, text, translatedBy, organisationId, at },
      });
      return true;
    });
  }

  /** Whoever wrote it, and who manages the statement. */
  withdraw(actor: Actor, commentId: string, language: string): Promise<CommentView> {
    return this.change(actor, commentId, language, async (manager, { reader }) => {
      const known = await this.find(manager, commentId, language);
      if (!known) return false;
      if (known.translatedBy !== actor.personId && !covers(reader.right, 'manage'))
        return failComment('comment.not-yours');
      return this.threads.deleteTranslation(manager, commentId, language);
    });
  }

  private async find(manager: Transaction['manager'], commentId: string, language: string) {
    const known = await this.threads.translationsOf(manager, [commentId]);
    return known.find((each) => each.language === language);
  }

  private async change(
    actor: Actor,
    commentId: string,
    language: string,
    work: (manager: Transaction['manager'], open: OpenComment, at: Date) => Promise<boolean>,
  ): Promise<CommentView> {
    const [name, points, seconds] = writingLimits.words;
    await this.limits.take(name, actor.personId, points, seconds);
    const { threadId } = await this.unit.run(actor, async (tx) => {
      const open = await this.door.openCommentLocked(tx, actor, commentId);
      const { reader, thread, comment } = open;
      refuseUnlessMayComment(reader);
      if (!mayTranslateComment(reader, comment)) return failComment('comment.deleted');
      const at = new Date(Math.max(this.clock.now(), thread.changedAt.getTime() + 1));
      if (await work(tx.manager, open, at)) {
        await this.threads.updateThread(tx.manager, thread.id, { changedAt: at });
        const told = { statementId: thread.statementId, commentId, language };
        await tx.events.append(commentTranslated(threadSubject(thread.id), told));
      }
      return { threadId: thread.id };
    });
    return this.reading.getComment(actor, threadId, commentId);
  }
}
