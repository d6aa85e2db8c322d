import { Injectable, type OnModuleInit } from '@nestjs/common';
import { allowedTo } from '@plenary/ground/kernel';
import { Subjects, type SubjectKind } from '@plenary/ground/server';
import { heldBy, StandingService } from '@plenary/organisations/server';
import { CommentsRepository } from './comments.repository.js';

/** For whoever meets one as `{ kind, id }`: news, activity, rights. Everybody who is signed in may read it. */
@Injectable()
export class CommentSubjects implements OnModuleInit {
  constructor(
    private readonly subjects: Subjects,
    private readonly comments: CommentsRepository,
    private readonly standings: StandingService,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this.lines);
  }

  private readonly lines: SubjectKind = {
    kind: 'comment',
    read: (_personId, ids, tx) => this.comments.names(tx, ids),
    readersOf: async (id, personIds, tx) =>
      (await this.comments.names(tx, [id])).has(id) ? new Set(personIds) : new Set(),
    may: async (personId, permissions, ids, tx) => {
      const person = (await this.standings.of([personId], tx)).get(personId)!;
      const known = await this.comments.names(tx, ids);
      return new Set(ids.filter((id) => known.has(id) && allowedTo(permissions, heldBy(person), [])));
    },
    link: () => '/comments',
  };
}
