import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Subjects } from '@plenary/ground/server';
import {
  beginningOf,
  mayComment,
  mayDeleteComment,
  mayEditComment,
  mayResolveThread,
  mayTranslateComment,
  withNames,
  type CommentView,
  type Mention,
  type EnteredForView,
  type PlaceView,
  type ThreadPlaceView,
  type ThreadReader,
  type ThreadView,
} from '@plenary/comments/domain';
import type { CommentThreadEntity } from '../entities/comment-thread.entity.js';
import type { CommentTranslationEntity } from '../entities/comment-translation.entity.js';
import type { CommentEntity } from '../entities/comment.entity.js';
import { Speakers, type SpeakerNames, type Spoke } from '../speakers.js';
import { ThreadsRepository } from './threads.repository.js';

/** Names as the reader may see them. */
interface Names extends SpeakerNames {
  mention(mention: Mention): string | null;
}

/** What of threads leaves the server, as one reader may see it. A constant number of queries, however many there are. */
@Injectable()
export class ThreadsPresenter {
  constructor(
    private readonly threads: ThreadsRepository,
    private readonly speakers: Speakers,
    private readonly subjects: Subjects,
  ) {}

  async present(
    tx: EntityManager,
    reader: ThreadReader,
    threads: readonly CommentThreadEntity[],
  ): Promise<ThreadView[]> {
    const ids = threads.map(({ id }) => id);
    const comments = await this.threads.commentsOf(tx, ids);
    const translations = await this.threads.translationsOf(
      tx,
      comments.map(({ id }) => id),
    );
    const readUntil = await this.threads.readUntil(tx, reader.standing.personId, ids);
    const names = await this.namesFor(tx, reader, threads, comments, translations);
    return threads.map((thread) => {
      const until = readUntil.get(thread.id)?.getTime() ?? -Infinity;
      const views = comments
        .filter(({ threadId }) => threadId === thread.id)
        .map((comment) => {
          const own = translations.filter(({ commentId }) => commentId === comment.id);
          return presentComment(comment, own, { reader, until, names });
        });
      return presentThread(thread, views, reader, names);
    });
  }

  async presentPlaces(
    tx: EntityManager,
    reader: ThreadReader,
    threads: readonly CommentThreadEntity[],
  ): Promise<ThreadPlaceView[]> {
    const sums = await this.threads.sums(
      tx,
      reader.standing.personId,
      threads.map(({ id }) => id),
    );
    const names = await this.namesOf(tx, reader, {
      spoke: sums.map(({ authorId: personId, organisationId }) => ({ personId, organisationId })),
      organisationIds: sums.flatMap(({ enteredOrganisationId }) => enteredOrganisationId ?? []),
      mentions: sums.flatMap(({ mentions }) => mentions),
    });
    const byThread = new Map(sums.map((sum) => [sum.threadId, sum]));
    return threads.flatMap((thread) => {
      const sum = byThread.get(thread.id);
      if (!sum) return [];
      return {
        id: thread.id,
        place: placeOf(thread),
        isResolved: thread.resolvedAt !== null,
        audience: thread.audience,
        commentCount: sum.commentCount,
        unreadCount: sum.unreadCount,
        beginning: beginningOf(withNames(sum.text, names.mention)),
        author: names.author({ personId: sum.authorId, organisationId: sum.organisationId }),
        enteredFor: enteredFor(sum, names),
      };
    });
  }

  private namesFor(
    tx: EntityManager,
    reader: ThreadReader,
    threads: readonly CommentThreadEntity[],
    comments: readonly CommentEntity[],
    translations: readonly CommentTranslationEntity[],
  ): Promise<Names> {
    const spoke: Spoke[] = [
      ...comments.map(({ authorId: personId, organisationId }) => ({ personId, organisationId })),
      ...comments.flatMap(({ deletedBy }) =>
        deletedBy ? [{ personId: deletedBy, organisationId: null }] : [],
      ),
      ...translations.map(({ translatedBy: personId, organisationId }) => ({ personId, organisationId })),
      ...threads.flatMap(({ resolvedBy, resolvedFor }) =>
        resolvedBy ? [{ personId: resolvedBy, organisationId: resolvedFor }] : [],
      ),
    ];
    return this.namesOf(tx, reader, {
      spoke,
      organisationIds: [
        ...threads.flatMap(({ organisationId }) => organisationId ?? []),
        ...comments.flatMap(({ enteredOrganisationId }) => enteredOrganisationId ?? []),
      ],
      mentions: comments.flatMap(({ mentions }) => mentions),
    });
  }

  private async namesOf(
    tx: EntityManager,
    { standing }: ThreadReader,
    wanted: {
      readonly spoke: readonly Spoke[];
      readonly organisationIds: readonly string[];
      readonly mentions: readonly Mention[];
    },
  ): Promise<Names> {
    const speakers = await this.speakers.namesOf(tx, standing, wanted.spoke, wanted.organisationIds);
    const mentioned = await this.subjects.knownTo(standing.personId, wanted.mentions, tx);
    return { ...speakers, mention: (mention) => mentioned.nameOf(mention) };
  }
}

function placeOf(thread: CommentThreadEntity): PlaceView {
  const { placeKind: kind, anchor, print, paragraphId, suggestionId, quote, before, after } = thread;
  return { kind, anchor, print, paragraphId, suggestionId, quote, before, after };
}

function presentThread(
  thread: CommentThreadEntity,
  comments: readonly CommentView[],
  reader: ThreadReader,
  names: Names,
): ThreadView {
  const { outcome, outcomeNote, resolvedBy, resolvedFor, resolvedAt } = thread;
  const decides = mayResolveThread(reader, thread);
  return {
    id: thread.id,
    statementId: thread.statementId,
    place: placeOf(thread),
    audience: thread.audience,
    organisation: names.organisation(thread.organisationId),
    outcome:
      outcome && resolvedBy && resolvedAt
        ? {
            ...{ outcome, note: outcomeNote, at: resolvedAt.toISOString() },
            by: names.author({ personId: resolvedBy, organisationId: resolvedFor }),
          }
        : null,
    comments,
    unreadCount: comments.filter(({ isUnread }) => isUnread).length,
    createdAt: thread.createdAt.toISOString(),
    changedAt: thread.changedAt.toISOString(),
    may: { reply: mayComment(reader), resolve: decides && !resolvedAt, reopen: decides && !!resolvedAt },
  };
}

/** COM-8: whose words they are, where somebody else entered them. */
function enteredFor(
  entered: Pick<CommentEntity, 'enteredName' | 'enteredSource' | 'enteredFile' | 'enteredOrganisationId'>,
  names: Names,
): EnteredForView | null {
  const { enteredName: name, enteredSource: source, enteredFile: file } = entered;
  if (name === null || source === null) return null;
  return { name, source, file, organisation: names.organisation(entered.enteredOrganisationId) };
}

function presentComment(
  comment: CommentEntity,
  translations: readonly CommentTranslationEntity[],
  { reader, until, names }: { readonly reader: ThreadReader; readonly until: number; readonly names: Names },
): CommentView {
  const { authorId, organisationId, deletedAt, deletedBy } = comment;
  return {
    id: comment.id,
    author: names.author({ personId: authorId, organisationId }),
    enteredFor: enteredFor(comment, names),
    text: comment.text,
    language: comment.language,
    mentions: comment.mentions.map((mention) => ({ ...mention, name: names.mention(mention) })),
    translations: translations.map((each) => ({
      ...{ language: each.language, text: each.text, at: each.at.toISOString() },
      by: names.author({ personId: each.translatedBy, organisationId: each.organisationId }),
    })),
    createdAt: comment.createdAt.toISOString(),
    editedAt: comment.editedAt?.toISOString() ?? null,
    deletedAt: deletedAt?.toISOString() ?? null,
    deletedBy:
      deletedBy && deletedBy !== authorId
        ? names.author({ personId: deletedBy, organisationId: null })
        : null,
    isUnread:
      authorId !== reader.standing.personId && deletedAt === null && comment.createdAt.getTime() > until,
    may: {
      edit: mayEditComment(reader, comment),
      delete: mayDeleteComment(reader, comment),
      translate: mayTranslateComment(reader, comment),
    },
  };
}
