import { Module } from '@nestjs/common';
import { GroupsModule } from '@plenary/groups/server';
import { IdentityModule } from '@plenary/identity/server';
import { OrganisationsModule } from '@plenary/organisations/server';
import { StatementsModule } from '@plenary/statements/server';
import { BeginningThreads } from './threads/beginning-threads.service.js';
import { CommentWords } from './threads/comment-words.js';
import { CommentRecords } from './threads/comment-records.js';
import { CommentingService } from './threads/commenting.service.js';
import { CommentsController } from './threads/comments.controller.js';
import { MentionableService } from './threads/mentionable.service.js';
import { PassagesService } from './threads/passages.service.js';
import { ReadMarksService } from './threads/read-marks.service.js';
import { ResolvingThreads } from './threads/resolving-threads.service.js';
import { ThreadController } from './threads/thread.controller.js';
import { ThreadDoor } from './threads/thread-door.js';
import { ThreadSubjects } from './threads/thread-subjects.js';
import { ThreadsController } from './threads/threads.controller.js';
import { ThreadsPresenter } from './threads/threads.presenter.js';
import { ThreadsRepository } from './threads/threads.repository.js';
import { ThreadsService } from './threads/threads.service.js';
import { TranslatingComments } from './threads/translating-comments.service.js';

@Module({
  imports: [IdentityModule, OrganisationsModule, GroupsModule, StatementsModule],
  controllers: [ThreadsController, ThreadController, CommentsController],
  providers: [
    BeginningThreads,
    CommentRecords,
    CommentWords,
    CommentingService,
    MentionableService,
    PassagesService,
    ReadMarksService,
    ResolvingThreads,
    ThreadDoor,
    ThreadSubjects,
    ThreadsPresenter,
    ThreadsRepository,
    ThreadsService,
    TranslatingComments,
  ],
  exports: [BeginningThreads, CommentingService, ResolvingThreads, TranslatingComments],
})
export class CommentsModule {}
