import { Module } from '@nestjs/common';
import { GroupsModule } from '@plenary/groups/server';
import { IdentityModule } from '@plenary/identity/server';
import { OrganisationsModule } from '@plenary/organisations/server';
import { StatementsModule } from '@plenary/statements/server';
import { CommentErasures } from './erasing/comment-erasures.js';
import { Speakers } from './speakers.js';
import { StatementSayings } from './statement-sayings.js';
import { DecidingSuggestions } from './suggestions/deciding-suggestions.service.js';
import { StatementSuggestionsController } from './suggestions/statement-suggestions.controller.js';
import { SuggestedPlaces } from './suggestions/suggested-places.service.js';
import { SuggestingService } from './suggestions/suggesting.service.js';
import { SuggestionController } from './suggestions/suggestion.controller.js';
import { SuggestionDoor } from './suggestions/suggestion-door.js';
import { SuggestionLayers } from './suggestions/suggestion-layers.service.js';
import { SuggestionRecords } from './suggestions/suggestion-records.js';
import { SuggestionSubjects } from './suggestions/suggestion-subjects.js';
import { SuggestionsPresenter } from './suggestions/suggestions.presenter.js';
import { SuggestionsRepository } from './suggestions/suggestions.repository.js';
import { SuggestionsService } from './suggestions/suggestions.service.js';
import { BringingWords } from './together/bringing-words.service.js';
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
  controllers: [
    ThreadsController,
    ThreadController,
    CommentsController,
    StatementSuggestionsController,
    SuggestionController,
  ],
  providers: [
    BeginningThreads,
    BringingWords,
    CommentErasures,
    CommentRecords,
    CommentWords,
    CommentingService,
    DecidingSuggestions,
    MentionableService,
    PassagesService,
    ReadMarksService,
    ResolvingThreads,
    Speakers,
    StatementSayings,
    SuggestedPlaces,
    SuggestingService,
    SuggestionDoor,
    SuggestionLayers,
    SuggestionRecords,
    SuggestionSubjects,
    SuggestionsPresenter,
    SuggestionsRepository,
    SuggestionsService,
    ThreadDoor,
    ThreadSubjects,
    ThreadsPresenter,
    ThreadsRepository,
    ThreadsService,
    TranslatingComments,
  ],
  exports: [
    BeginningThreads,
    BringingWords,
    CommentingService,
    DecidingSuggestions,
    ResolvingThreads,
    SuggestingService,
    SuggestionsService,
    ThreadsService,
    TranslatingComments,
  ],
})
export class CommentsModule {}
