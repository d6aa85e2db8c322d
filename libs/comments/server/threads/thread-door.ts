import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '@plenary/ground/kernel';
import type { Transaction } from '@plenary/ground/server';
import { StandingService } from '@plenary/organisations/server';
import { StatementsDoor, type OpenedStatement } from '@plenary/statements/server';
import { failComment, mayReadThread, type ThreadReader } from '@plenary/comments/domain';
import type { CommentThreadEntity } from '../entities/comment-thread.entity.js';
import type { CommentEntity } from '../entities/comment.entity.js';
import { ThreadsRepository } from './threads.repository.js';

/** A statement whose threads somebody has before them. */
export interface OpenThreads {
  readonly statement: OpenedStatement;
  readonly reader: ThreadReader;
}

export interface OpenThread extends OpenThreads {
  readonly thread: CommentThreadEntity;
}

export interface OpenComment extends OpenThread {
  readonly comment: CommentEntity;
}

/** The one place where threads are opened for somebody, by what they may do now. */
@Injectable()
export class ThreadDoor {
  constructor(
    private readonly database: DataSource,
    private readonly statements: StatementsDoor,
    private readonly standings: StandingService,
    private readonly threads: ThreadsRepository,
  ) {}

  /** For reading. Refused as an unknown statement to who may not read it. */
  async openStatement(actor: Actor, statementId: string): Promise<OpenThreads> {
    const statement = await this.statements.open(actor, statementId);
    return this.before(this.database.manager, actor, statement);
  }

  /** For writing beside it, with the right to comment. */
  async openStatementLocked(tx: Transaction, actor: Actor, statementId: string): Promise<OpenThreads> {
    const statement = await this.statements.openLocked(tx, actor, statementId, 'comment');
    return this.before(tx.manager, actor, statement);
  }

  /** COM-1: refused as unknown to who may not read it. */
  async open(actor: Actor, threadId: string): Promise<OpenThread> {
    const tx = this.database.manager;
    const thread = (await this.threads.find(tx, threadId)) ?? failComment('comment.thread-not-found');
    return this.judged(
      thread,
      (await this.statements.find(tx, actor, thread.statementId)) ?? null,
      actor,
      tx,
    );
  }

  /**
   * For writing: the statement's row is locked, so that what is written in its threads follows one another and what the
   * right allows holds until the commit. Whoever may not even read the thread is told that there is none.
   */
  async openLocked(tx: Transaction, actor: Actor, threadId: string): Promise<OpenThread> {
    const known = (await this.threads.find(tx.manager, threadId)) ?? failComment('comment.thread-not-found');
    const statement = await this.statements.findLocked(tx, actor, known.statementId);
    // As it is now that nobody else writes.
    const thread = await this.threads.find(tx.manager, threadId);
    return this.judged(thread!, statement, actor, tx.manager);
  }

  async openCommentLocked(tx: Transaction, actor: Actor, commentId: string): Promise<OpenComment> {
    const known = (await this.threads.findComment(tx.manager, commentId)) ?? failComment('comment.not-found');
    const thread = (await this.threads.find(tx.manager, known.threadId))!;
    const statement = await this.statements.findLocked(tx, actor, thread.statementId);
    const before = statement && (await this.before(tx.manager, actor, statement));
    if (!before || !mayReadThread(before.reader, thread)) return failComment('comment.not-found');
    const comment = (await this.threads.findComment(tx.manager, commentId))!;
    return { ...before, thread: (await this.threads.find(tx.manager, thread.id))!, comment };
  }

  private async judged(
    thread: CommentThreadEntity,
    statement: OpenedStatement | null,
    actor: Actor,
    tx: EntityManager,
  ): Promise<OpenThread> {
    if (!statement) return failComment('comment.thread-not-found');
    const before = await this.before(tx, actor, statement);
    if (!mayReadThread(before.reader, thread)) return failComment('comment.thread-not-found');
    return { ...before, thread };
  }

  private async before(
    tx: EntityManager,
    { personId }: Actor,
    statement: OpenedStatement,
  ): Promise<OpenThreads> {
    const standing = await this.standings.get(personId, tx);
    return { statement, reader: { standing, right: statement.right } };
  }
}
