import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Subjects, type SubjectKind } from '@plenary/ground/server';
import { StandingService } from '@plenary/organisations/server';
import { statementSubject } from '@plenary/statements/domain';
import { StatementsDoor } from '@plenary/statements/server';
import { mayReadThread } from '@plenary/comments/domain';
import type { CommentThreadEntity } from '../entities/comment-thread.entity.js';
import { ThreadsRepository } from './threads.repository.js';

/** Threads, for whoever meets them as `{ kind, id }`: news and the record reach who may read them now (COM-1). */
@Injectable()
export class ThreadSubjects implements OnModuleInit {
  constructor(
    private readonly subjects: Subjects,
    private readonly threads: ThreadsRepository,
    private readonly statements: StatementsDoor,
    private readonly standings: StandingService,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this.thread);
  }

  private readonly thread: SubjectKind = {
    kind: 'thread',
    /** Called by the title of its statement: its own words are nobody's headline. */
    read: async (personId, ids, tx) => {
      const found = await this.readable(personId, ids, tx);
      const statements = found.map(({ statementId }) => statementSubject(statementId));
      const names = await this.subjects.knownTo(personId, statements, tx);
      return new Map(found.map(({ id, statementId }) => [id, names.nameOf(statementSubject(statementId))]));
    },
    readersOf: async (id, personIds, tx) => {
      const thread = await this.threads.find(tx, id);
      if (!thread) return new Set();
      const rights = await this.statements.rightsOn(tx, thread.statementId, personIds);
      const standings = await this.standings.of(personIds, tx);
      const isReader = (personId: string) =>
        mayReadThread({ standing: standings.get(personId)!.standing, right: rights.get(personId)! }, thread);
      return new Set(personIds.filter(isReader));
    },
    may: async (personId, permissions, ids, tx) => {
      const found = await this.readable(personId, ids, tx);
      const statementIds = found.map(({ statementId }) => statementId);
      const may = await this.subjects.may(personId, permissions, 'statement', statementIds, tx);
      return new Set(found.filter(({ statementId }) => may.has(statementId)).map(({ id }) => id));
    },
    link: (id) => `/threads/${id}`,
  };

  private async readable(
    personId: string,
    ids: readonly string[],
    tx: EntityManager,
  ): Promise<CommentThreadEntity[]> {
    const found = await this.threads.findMany(tx, ids);
    const statementIds = [...new Set(found.map(({ statementId }) => statementId))];
    const rights = await this.statements.rightsOf(tx, personId, statementIds);
    const standing = await this.standings.get(personId, tx);
    return found.filter((thread) =>
      mayReadThread({ standing, right: rights.get(thread.statementId)! }, thread),
    );
  }
}
