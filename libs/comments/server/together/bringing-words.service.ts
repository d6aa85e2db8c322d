import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { Clock, type Actor } from '@plenary/ground/kernel';
import { Subjects, type Transaction } from '@plenary/ground/server';
import { PeopleService } from '@plenary/identity/server';
import { OrganisationNames, StandingService } from '@plenary/organisations/server';
import type { OpenedStatement } from '@plenary/statements/server';
import {
  commentLimits,
  failComment,
  failSuggestion,
  mayEnterFor,
  mayReadThread,
  suggestionLimits,
  type ThreadReader,
} from '@plenary/comments/domain';
import { CommentThreadEntity } from '../entities/comment-thread.entity.js';
import { CommentEntity } from '../entities/comment.entity.js';
import { SuggestionEntity } from '../entities/suggestion.entity.js';
import { ThreadReadEntity } from '../entities/thread-read.entity.js';
import { ownWords, type Entered } from '../threads/comment-words.js';
import { ThreadDoor, type OpenThreads } from '../threads/thread-door.js';
import type { BroughtFor, BroughtThread, BroughtWords, StandingWords } from './brought-words.js';

/** Who said something: by name, where it was entered for somebody. */
interface Whose {
  readonly personId: string | null;
  readonly name?: string | null;
  readonly organisationId: string | null;
}

/** Of what somebody entered for somebody else, it is those whose words they are. */
const whoseWords = (said: SuggestionEntity | CommentEntity): Whose =>
  said.enteredName === null
    ? { personId: said.authorId, organisationId: said.organisationId }
    : { personId: null, name: said.enteredName, organisationId: said.enteredOrganisationId };

/** Rows that are written by one statement. */
const atOnce = 100;

/**
 * Suggestions and threads that come together, out of a file: written within the caller's transaction, without an event of
 * their own. Whoever brings them tells of all of them at once.
 */
@Injectable()
export class BringingWords {
  constructor(
    private readonly door: ThreadDoor,
    private readonly standings: StandingService,
    private readonly subjects: Subjects,
    private readonly people: PeopleService,
    private readonly organisations: OrganisationNames,
    private readonly clock: Clock,
  ) {}

  /** For reading: whoever may comment. Refused as the statement refuses. */
  async readerOf(
    tx: EntityManager,
    { personId }: Actor,
    { right }: Pick<OpenedStatement, 'right'>,
  ): Promise<ThreadReader> {
    return { standing: await this.standings.get(personId, tx), right };
  }

  /** With the statement's row locked, for whoever may comment. */
  openLocked(tx: Transaction, actor: Actor, statementId: string): Promise<OpenThreads> {
    return this.door.openStatementLocked(tx, actor, statementId);
  }

  /** COM-8: for others, by who may enter for them, and for organisations that they may find. */
  async refuseUnlessMayBringFor(
    tx: EntityManager,
    reader: ThreadReader,
    whose: readonly BroughtFor[],
  ): Promise<void> {
    if (whose.length === 0) return;
    if (!mayEnterFor(reader)) return failComment('comment.may-not-enter-for');
    const ids = [...new Set(whose.flatMap(({ organisationId }) => organisationId ?? []))];
    const known = await this.subjects.mayRead(reader.standing.personId, 'organisation', ids, tx);
    if (ids.some((id) => !known.has(id))) failComment('comment.organisation-unknown');
  }

  /** Sent and open at once. */
  async keep(
    { manager }: Transaction,
    { reader, statement }: OpenThreads,
    { file, suggestions, threads }: BroughtWords,
  ): Promise<void> {
    await this.refuseTooMany(manager, statement.id, suggestions.length, threads);
    const { personId: authorId, speaksFor: organisationId } = reader.standing;
    const now = this.clock.now();
    // In the order in which they came, and none of them later than now.
    const first = now - Math.max(suggestions.length, threads.length);
    const at = (place: number) => new Date(first + place);
    await inPieces(
      suggestions.map((each, place): SuggestionEntity => ({
        ...{ id: each.id, statementId: statement.id, authorId, organisationId, state: 'open' },
        ...{ clientId: String(each.client), language: each.language, wording: 1, reason: '' },
        ...{ layer: Buffer.from(each.update), sent: Buffer.from(each.update), createdAt: at(place) },
        changedAt: at(place),
        ...{ decidedBy: null, decidedFor: null, decidedAt: null, decisionReason: '' },
        ...{ deed: null, reworded: null },
        ...{ writing: null, writingBy: null, writingFor: null },
        ...{ enteredName: each.enteredFor?.name ?? null, enteredFile: each.enteredFor && file },
        enteredOrganisationId: each.enteredFor?.organisationId ?? null,
      })),
      (some) => manager.insert(SuggestionEntity, some as never),
    );
    await inPieces(
      threads.flatMap(({ place, ...thread }, order): CommentThreadEntity[] => {
        if (!place) return [];
        const { kind: placeKind, ...where } = place;
        return [
          {
            ...{ id: thread.id, statementId: statement.id, placeKind, ...where, audience: 'readers' },
            ...{ organisationId, begunBy: authorId, outcome: null, outcomeNote: '' },
            ...{ resolvedBy: null, resolvedFor: null, resolvedAt: null, createdAt: at(order) },
            changedAt: at(order + thread.comments.length - 1),
          },
        ];
      }),
      (some) => manager.insert(CommentThreadEntity, some as never),
    );
    await inPieces(
      threads.flatMap(({ id: threadId, place: where, comments }, order) =>
        comments.map((each, place): CommentEntity => ({
          ...{ id: each.id, threadId, authorId, organisationId, text: each.text, language: each.language },
          // Each is later than the one before it.
          ...{
            mentions: [],
            createdAt: where ? at(order + place) : new Date(now + place),
            ...enteredAs(each.enteredFor, file),
          },
          ...{ editedAt: null, deletedAt: null, deletedBy: null },
        })),
      ),
      (some) => manager.insert(CommentEntity, some as never),
    );
    for (const { id, place, comments } of threads)
      if (!place)
        await manager.update(CommentThreadEntity, { id }, { changedAt: new Date(now + comments.length - 1) });
  }

  /**
   * What a file that went out may have had in it: what was sent, also where it was accepted or rejected since; and what is
   * said in threads that this person may read, with what came of them.
   */
  async standing(tx: EntityManager, actor: Actor, statement: OpenedStatement): Promise<StandingWords> {
    const { id: statementId } = statement;
    const reader = await this.readerOf(tx, actor, statement);
    const suggestions = await tx.findBy(SuggestionEntity, {
      ...{ statementId, sent: Not(IsNull()), state: In(['open', 'accepted', 'rejected']) },
    });
    const threads = (await tx.findBy(CommentThreadEntity, { statementId })).filter((each) =>
      mayReadThread(reader, each),
    );
    const comments = await tx.findBy(CommentEntity, { threadId: In(threads.map(({ id }) => id)) });
    const resolved = threads.filter(({ outcome, resolvedBy }) => outcome !== null && resolvedBy !== null);
    const names = await this.namesIn(tx, reader, [
      ...[...suggestions, ...comments].map(whoseWords),
      ...resolved.map(({ resolvedBy, resolvedFor }) => ({
        personId: resolvedBy,
        organisationId: resolvedFor,
      })),
    ]);
    return {
      suggestions: suggestions.map((each) => ({
        ...{ names: names(whoseWords(each)), reason: each.reason },
        layer: { client: Number(each.clientId), update: each.sent! },
      })),
      comments: comments.map((each) => ({ names: names(whoseWords(each)), text: each.text })),
      outcomes: resolved.map(({ outcome, outcomeNote: note, resolvedBy, resolvedFor }) => ({
        ...{ names: names({ personId: resolvedBy, organisationId: resolvedFor }), outcome: outcome!, note },
      })),
    };
  }

  private async namesIn(tx: EntityManager, { standing }: ThreadReader, all: readonly Whose[]) {
    const people = await this.people.namesOf(
      all.flatMap(({ personId }) => personId ?? []),
      tx,
    );
    const organisations = await this.organisations.of(
      standing,
      all.flatMap(({ organisationId }) => organisationId ?? []),
      tx,
    );
    return ({ personId, name, organisationId }: Whose): readonly string[] => {
      const person = name ?? (personId && people.get(personId)?.displayName) ?? '';
      const organisation = (organisationId && organisations.get(organisationId)?.name) || '';
      const both = person && organisation ? `${person} (${organisation})` : '';
      return [person, organisation, both].filter((each) => each !== '');
    };
  }

  /** Those of these threads that are there. */
  async known(tx: EntityManager, threadIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (threadIds.length === 0) return new Set();
    const found = await tx.find(CommentThreadEntity, {
      ...{ where: { id: In([...threadIds]) }, select: { id: true } },
    });
    return new Set(found.map(({ id }) => id));
  }

  /**
   * Takes back what one brought: suggestions about which nothing was decided are withdrawn; threads in which nobody else
   * said anything are gone, since nobody was told of them one by one. Answers the ids of what was taken back.
   */
  async takeBack(
    { manager }: Transaction,
    { personId: authorId }: Actor,
    suggestionIds: readonly string[],
    commentIds: readonly string[],
  ): Promise<{ readonly suggestions: readonly string[]; readonly comments: readonly string[] }> {
    const open = await manager.find(SuggestionEntity, {
      ...{ where: { id: In([...suggestionIds]), authorId, state: 'open' }, select: { id: true } },
    });
    const suggestions = open.map(({ id }) => id);
    const changedAt = new Date(this.clock.now());
    await manager.update(SuggestionEntity, { id: In(suggestions) }, { state: 'withdrawn', changedAt });
    const untouched: { id: string }[] = await manager.query(
      `SELECT t.id FROM comment_thread t
        WHERE t.begun_by = $2 AND t.resolved_at IS NULL
          AND EXISTS (SELECT FROM comment c WHERE c.thread_id = t.id AND c.id = ANY($1))
          AND NOT EXISTS (
            SELECT FROM comment c LEFT JOIN comment_translation l ON l.comment_id = c.id
             WHERE c.thread_id = t.id AND (c.id <> ALL($1) OR l.comment_id IS NOT NULL))`,
      [commentIds, authorId],
    );
    const ids = untouched.map(({ id }) => id);
    const said = await manager.find(CommentEntity, { where: { threadId: In(ids) }, select: { id: true } });
    await manager.delete(CommentEntity, { threadId: In(ids) });
    await manager.delete(ThreadReadEntity, { threadId: In(ids) });
    await manager.delete(CommentThreadEntity, { id: In(ids) });
    return { suggestions, comments: said.map(({ id }) => id) };
  }

  private async refuseTooMany(
    tx: EntityManager,
    statementId: string,
    suggestions: number,
    threads: readonly BroughtThread[],
  ): Promise<void> {
    const open = await tx.countBy(SuggestionEntity, { statementId, state: 'open' });
    if (open + suggestions > suggestionLimits.open)
      failSuggestion('suggestion.too-many', { maximum: suggestionLimits.open });
    const there = await tx.countBy(CommentThreadEntity, { statementId });
    if (there + threads.length > commentLimits.threads)
      failComment('comment.too-many-threads', { maximum: commentLimits.threads });
    const said = await this.saidIn(
      tx,
      threads.flatMap(({ id, place }) => (place ? [] : id)),
    );
    if (threads.some(({ id, comments }) => (said.get(id) ?? 0) + comments.length > commentLimits.comments))
      failComment('comment.too-many-comments', { maximum: commentLimits.comments });
  }

  /** How many comments there are in each of these threads. */
  private async saidIn(
    tx: EntityManager,
    threadIds: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    const found: { id: string; count: number }[] = await tx.query(
      'SELECT thread_id AS id, count(*)::int AS count FROM comment WHERE thread_id = ANY($1) GROUP BY 1',
      [threadIds],
    );
    return new Map(found.map(({ id, count }) => [id, count]));
  }
}

const enteredAs = (whose: BroughtFor | null, enteredFile: string): Entered =>
  whose
    ? {
        ...{ enteredName: whose.name, enteredOrganisationId: whose.organisationId },
        ...{ enteredSource: 'file', enteredFile },
      }
    : ownWords;

async function inPieces<Row>(rows: readonly Row[], write: (some: Row[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += atOnce) await write(rows.slice(at, at + atOnce));
}
