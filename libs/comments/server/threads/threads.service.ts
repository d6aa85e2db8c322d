import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, List, Page } from '@plenary/ground/kernel';
import { cursorOf, pageOf, readCursor, Subjects } from '@plenary/ground/server';
import { GroupsService } from '@plenary/groups/server';
import {
  commentLimits,
  failComment,
  type CommentView,
  type ThreadPlaceView,
  type ThreadView,
} from '@plenary/comments/domain';
import { ThreadDoor } from './thread-door.js';
import type { ListThreadsDto } from './threads.dto.js';
import { ThreadsPresenter } from './threads.presenter.js';
import { ThreadsRepository } from './threads.repository.js';

/** Reading the threads of a statement. */
@Injectable()
export class ThreadsService {
  constructor(
    private readonly database: DataSource,
    private readonly door: ThreadDoor,
    private readonly threads: ThreadsRepository,
    private readonly presenter: ThreadsPresenter,
    private readonly groups: GroupsService,
    private readonly subjects: Subjects,
  ) {}

  /** COM-10: a thread that the caller may not read is in no page and no count. */
  async list(actor: Actor, statementId: string, dto: ListThreadsDto): Promise<Page<ThreadView>> {
    const tx = this.database.manager;
    const { reader } = await this.door.openStatement(actor, statementId);
    const after = readCursor(dto.cursor, ['changedAt', 'id']);
    const { organisationId = null, groupId = null } = dto;
    // ORG-3: by one that is not theirs to find, nobody filters.
    if (organisationId && !(await this.mayFind(actor, organisationId)))
      return { items: [], nextCursor: null };
    const found = await this.threads.list(tx, reader, statementId, {
      state: dto.state,
      mine: dto.mine === 'true',
      unread: dto.unread === 'true',
      organisationId,
      group: groupId === null ? null : { id: groupId, personIds: await this.groups.memberIds(tx, groupId) },
      paragraphId: dto.paragraphId ?? null,
      outcome: dto.outcome ?? null,
      after: after && { changedAt: new Date(after.changedAt), id: after.id },
      limit: dto.limit,
    });
    const page = pageOf(found, dto.limit, ({ changedAt, id }) =>
      cursorOf({ changedAt: changedAt.toISOString(), id }),
    );
    return { ...page, items: await this.presenter.present(tx, reader, page.items) };
  }

  /** All of them, for the margin and the marks upon the text. */
  async places(actor: Actor, statementId: string): Promise<List<ThreadPlaceView>> {
    const tx = this.database.manager;
    const { reader } = await this.door.openStatement(actor, statementId);
    const found = await this.threads.listAll(tx, reader, statementId, commentLimits.threads);
    return { items: await this.presenter.presentPlaces(tx, reader, found) };
  }

  async get(actor: Actor, threadId: string): Promise<ThreadView> {
    const { reader, thread } = await this.door.open(actor, threadId);
    const [view] = await this.presenter.present(this.database.manager, reader, [thread]);
    return view!;
  }

  async getComment(actor: Actor, threadId: string, commentId: string): Promise<CommentView> {
    const { comments } = await this.get(actor, threadId);
    return comments.find(({ id }) => id === commentId) ?? failComment('comment.not-found');
  }

  private async mayFind({ personId }: Actor, organisationId: string): Promise<boolean> {
    return (await this.subjects.mayRead(personId, 'organisation', [organisationId])).has(organisationId);
  }
}
