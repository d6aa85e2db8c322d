import { CommentThreadEntity } from './entities/comment-thread.entity.js';
import { CommentTranslationEntity } from './entities/comment-translation.entity.js';
import { CommentEntity } from './entities/comment.entity.js';
import { ThreadReadEntity } from './entities/thread-read.entity.js';
import { SuggestionSignalEntity } from './entities/suggestion-signal.entity.js';
import { SuggestionEntity } from './entities/suggestion.entity.js';
import { Comments1796063028738 } from './migrations/1796063028738-comments.js';
import { AcceptedOtherwise1796110000000 } from './migrations/1796110000000-accepted-otherwise.js';
import { ThreadsOnSuggestions1796111000000 } from './migrations/1796111000000-threads-on-suggestions.js';
import { Suggestions1796065000000 } from './migrations/1796065000000-suggestions.js';
import { WordsFromFiles1796100000000 } from './migrations/1796100000000-words-from-files.js';

export * from './comments.module.js';
export { BeginningThreads } from './threads/beginning-threads.service.js';
export { BringingWords } from './together/bringing-words.service.js';
export type * from './together/brought-words.js';
export { CommentingService } from './threads/commenting.service.js';
export { DecidingSuggestions } from './suggestions/deciding-suggestions.service.js';
export { SuggestingService } from './suggestions/suggesting.service.js';
export { SuggestionsService } from './suggestions/suggestions.service.js';
export { ThreadsService } from './threads/threads.service.js';
export { ResolvingThreads } from './threads/resolving-threads.service.js';
export { TranslatingComments } from './threads/translating-comments.service.js';

/** Tables of this room, for the app and tests; they never leave the server. */
export const commentsEntities = [
  CommentThreadEntity,
  CommentEntity,
  CommentTranslationEntity,
  ThreadReadEntity,
  SuggestionEntity,
  SuggestionSignalEntity,
];
export const commentsMigrations = [
  Comments1796063028738,
  Suggestions1796065000000,
  WordsFromFiles1796100000000,
  AcceptedOtherwise1796110000000,
  ThreadsOnSuggestions1796111000000,
];
export { CommentEntity, CommentThreadEntity, SuggestionEntity };
