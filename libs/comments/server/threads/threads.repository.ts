import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { covers } from '@plenary/ground/kernel';
import { failComment, type Outcome, type ThreadReader } from '@plenary/comments/domain';
import { CommentThreadEntity } from '../entities/comment-thread.entity.js';
import { CommentTranslationEntity } from '../entities/comment-translation.entity.js';
import { CommentEntity } from '../entities/comment.entity.js';
import { ThreadReadEntity } from '../entities/thread-read.entity.js';

export interface ThreadFilter {
  readonly state: 'open' | 'resolved' | 'all';
  /** Only those in which the reader wrote or is mentioned. */
  readonly mine: boolean;
  readonly unread: boolean;
  readonly organisationId: string | null;
  readonly group: { readonly id: string; readonly personIds: readonly string[] } | null;
  readonly paragraphId: string | null;
  readonly outcome: Outcome | null;
  readonly after: { readonly changedAt: Date; readonly id: string } | null;
  readonly limit: number;
}

/** What a line in the margin needs of the comments of a thread. */
export interface ThreadSum {
  readonly threadId: string;
  readonly commentCount: number;
  readonly unreadCount: number;
  /** Of the first comment; the text may be cut. */
  readonly text: string;
  readonly authorId: string;
  readonly organisationId: string | null;
  readonly mentions: CommentEntity['mentions'];
  readonly enteredName: string | null;
  readonly enteredSource: CommentEntity['enteredSource'];
  readonly enteredFile: string | null;
  readonly enteredOrganisationId: string | null;
}

/** Characters of a comment of which a line in the margin is made. */
const beginningRead = 1_000;

/** SQLSTATE. */
const uniqueViolation = '23505';

/** What is new to `:me` in the thread `t`. */
const isUnread = `c.thread_id = t.id AND c.author_id <> :me AND c.deleted_at IS NULL AND c.created_at > COALESCE(
  (SELECT r.read_until FROM comment_thread_read r WHERE r.person_id = :me AND r.thread_id = t.id), '-infinity')`;
const some = (condition: string) =>
  `EXISTS (SELECT FROM comment c WHERE c.thread_id = t.id AND (${condition}))`;
const mentioning = (parameter: string) => `c.mentions @> CAST(:${parameter} AS jsonb)`;

/** Queries on threads and their comments. */
@Injectable()
export class ThreadsRepository {
  /** Threads that the reader may read, the newest change first; asks for one more than `limit`. */
  list(
    tx: EntityManager,
    reader: ThreadReader,
    statementId: string,
    filter: ThreadFilter,
  ): Promise<CommentThreadEntity[]> {
    const me = reader.standing.personId;
    const found = this.readable(tx, reader, statementId);
    if (filter.state !== 'all')
      found.andWhere(`t.resolvedAt IS ${filter.state === 'open' ? '' : 'NOT '}NULL`);
    if (filter.mine) {
      const myself = JSON.stringify([{ kind: 'person', id: me }]);
      found.andWhere(some(`c.author_id = :me OR ${mentioning('myself')}`), { me, myself });
    }
    if (filter.unread) found.andWhere(some(isUnread), { me });
    if (filter.organisationId) {
      const of = `c.deleted_at IS NULL AND COALESCE(c.entered_organisation_id, c.organisation_id) = :ofOrganisation`;
      found.andWhere(some(of), { ofOrganisation: filter.organisationId });
    }
    if (filter.group) {
      const group = JSON.stringify([{ kind: 'group', id: filter.group.id }]);
      const by = `c.deleted_at IS NULL AND c.author_id = ANY(:inGroup)`;
      found.andWhere(some(`(${by}) OR ${mentioning('theGroup')}`), {
        ...{ inGroup: filter.group.personIds, theGroup: group },
      });
    }
    if (filter.paragraphId)
      found.andWhere('t.paragraphId = :paragraphId', { paragraphId: filter.paragraphId });
    if (filter.outcome) found.andWhere('t.outcome = :outcome', { outcome: filter.outcome });
    if (filter.after) found.andWhere('(t.changedAt, t.id) < (:changedAt, :id)', { ...filter.after });
    return found
      .orderBy('t.changedAt', 'DESC')
      .addOrderBy('t.id', 'DESC')
      .limit(filter.limit + 1)
      .getMany();
  }

  /** All that the reader may read, in the order in which they were begun. */
  listAll(
    tx: EntityManager,
    reader: ThreadReader,
    statementId: string,
    most: number,
  ): Promise<CommentThreadEntity[]> {
    return this.readable(tx, reader, statementId)
      .orderBy('t.createdAt')
      .addOrderBy('t.id')
      .limit(most)
      .getMany();
  }

  /**
   * COM-1, COM-2 as a condition, so that a list costs one query; a room spec compares both. The right to read the
   * statement is judged before.
   */
  private readable(tx: EntityManager, { standing, right }: ThreadReader, statementId: string) {
    return tx
      .getRepository(CommentThreadEntity)
      .createQueryBuilder('t')
      .where('t.statementId = :statementId', { statementId })
      .andWhere(
        `(t.audience = 'readers' OR t.begunBy = :readerId
          OR (t.audience = 'organisation' AND t.organisationId = ANY(:readerFor))
          OR (t.audience = 'penholders' AND :readerEdits))`,
        {
          readerId: standing.personId,
          readerFor: standing.organisationIds,
          readerEdits: covers(right, 'edit'),
        },
      );
  }

  find(tx: EntityManager, id: string): Promise<CommentThreadEntity | null> {
    return tx.findOneBy(CommentThreadEntity, { id });
  }

  /** Those of them that exist. */
  findMany(tx: EntityManager, ids: readonly string[]): Promise<CommentThreadEntity[]> {
    return ids.length === 0 ? Promise.resolve([]) : tx.findBy(CommentThreadEntity, { id: In([...ids]) });
  }

  findComment(tx: EntityManager, id: string): Promise<CommentEntity | null> {
    return tx.findOneBy(CommentEntity, { id });
  }

  countThreads(tx: EntityManager, statementId: string): Promise<number> {
    return tx.countBy(CommentThreadEntity, { statementId });
  }

  countComments(tx: EntityManager, threadId: string): Promise<number> {
    return tx.countBy(CommentEntity, { threadId });
  }

  /** The oldest first. */
  async commentsOf(tx: EntityManager, threadIds: readonly string[]): Promise<CommentEntity[]> {
    if (threadIds.length === 0) return [];
    return tx.find(CommentEntity, {
      where: { threadId: In([...threadIds]) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  async translationsOf(
    tx: EntityManager,
    commentIds: readonly string[],
  ): Promise<CommentTranslationEntity[]> {
    if (commentIds.length === 0) return [];
    return tx
      .getRepository(CommentTranslationEntity)
      .createQueryBuilder('l')
      .where('l.commentId = ANY(:commentIds)', { commentIds })
      .orderBy('l.language')
      .getMany();
  }

  /** Until when somebody has read these threads. */
  async readUntil(
    tx: EntityManager,
    personId: string,
    threadIds: readonly string[],
  ): Promise<Map<string, Date>> {
    if (threadIds.length === 0) return new Map();
    const found = await tx.findBy(ThreadReadEntity, { personId, threadId: In([...threadIds]) });
    return new Map(found.map(({ threadId, readUntil }) => [threadId, readUntil]));
  }

  /** For the margin: one line for each of these threads, by one query however many comments there are. */
  async sums(tx: EntityManager, personId: string, threadIds: readonly string[]): Promise<ThreadSum[]> {
    if (threadIds.length === 0) return [];
    return tx.query(
      `SELECT t.id AS "threadId", counted."commentCount", counted."unreadCount", first.*
         FROM comment_thread t
         CROSS JOIN LATERAL (
           SELECT left(c.text, ${beginningRead}) AS text, c.author_id AS "authorId",
                  c.organisation_id AS "organisationId", c.mentions, c.entered_name AS "enteredName",
                  c.entered_source AS "enteredSource", c.entered_file AS "enteredFile",
                  c.entered_organisation_id AS "enteredOrganisationId"
             FROM comment c WHERE c.thread_id = t.id ORDER BY c.created_at, c.id LIMIT 1) first
         CROSS JOIN LATERAL (
           SELECT count(*) FILTER (WHERE c.deleted_at IS NULL)::int AS "commentCount",
                  count(*) FILTER (WHERE ${isUnread.replaceAll(':me', '$1')})::int AS "unreadCount"
             FROM comment c WHERE c.thread_id = t.id) counted
        WHERE t.id = ANY($2)`,
      [personId, threadIds],
    );
  }

  /** Throws `comment.id-taken` for an id that was given to another one in the same instant. */
  async insertThread(tx: EntityManager, thread: CommentThreadEntity): Promise<void> {
    // As an object, TypeORM would take the JSON for conditions of its own.
    await tx.insert(CommentThreadEntity, thread as never).catch(refuseTaken);
  }

  async insertComment(tx: EntityManager, comment: CommentEntity): Promise<void> {
    await tx.insert(CommentEntity, comment as never).catch(refuseTaken);
  }

  async updateThread(tx: EntityManager, id: string, change: Partial<CommentThreadEntity>): Promise<void> {
    await tx.update(CommentThreadEntity, { id }, change as never);
  }

  async updateComment(tx: EntityManager, id: string, change: Partial<CommentEntity>): Promise<void> {
    await tx.update(CommentEntity, { id }, change as never);
  }

  async saveTranslation(tx: EntityManager, translation: CommentTranslationEntity): Promise<void> {
    await tx.upsert(CommentTranslationEntity, translation, ['commentId', 'language']);
  }

  /** False when there was none. */
  async deleteTranslation(tx: EntityManager, commentId: string, language: string): Promise<boolean> {
    return ((await tx.delete(CommentTranslationEntity, { commentId, language })).affected ?? 0) > 0;
  }

  async deleteTranslations(tx: EntityManager, commentId: string): Promise<void> {
    await tx.delete(CommentTranslationEntity, { commentId });
  }

  /** COM-9: of two devices the later instant holds, and nothing is read that was not written yet. */
  async markRead(
    tx: EntityManager,
    personId: string,
    read: readonly { readonly threadId: string; readonly until: Date }[],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO comment_thread_read (person_id, thread_id, read_until)
       SELECT $1, t.id, LEAST(given.until, t.changed_at)
         FROM unnest($2::uuid[], $3::timestamptz[]) AS given (thread_id, until)
         JOIN comment_thread t ON t.id = given.thread_id
       ON CONFLICT (person_id, thread_id) DO UPDATE
         SET read_until = GREATEST(comment_thread_read.read_until, EXCLUDED.read_until)`,
      [personId, read.map(({ threadId }) => threadId), read.map(({ until }) => until)],
    );
  }
}

function refuseTaken(reason: unknown): void {
  if ((reason as { code?: string }).code === uniqueViolation) failComment('comment.id-taken');
  throw reason;
}
