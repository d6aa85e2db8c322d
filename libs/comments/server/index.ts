import { CommentThreadEntity } from './entities/comment-thread.entity.js';
import { CommentTranslationEntity } from './entities/comment-translation.entity.js';
import { CommentEntity } from './entities/comment.entity.js';
import { ThreadReadEntity } from './entities/thread-read.entity.js';
import { Comments1796063028738 } from './migrations/1796063028738-comments.js';

export * from './comments.module.js';
export { BeginningThreads } from './threads/beginning-threads.service.js';
export { CommentingService } from './threads/commenting.service.js';
export { ResolvingThreads } from './threads/resolving-threads.service.js';
export { TranslatingComments } from './threads/translating-comments.service.js';

/** Tables of this room, for the app and tests; they never leave the server. */
export const commentsEntities = [
  CommentThreadEntity,
  CommentEntity,
  CommentTranslationEntity,
  ThreadReadEntity,
];
export const commentsMigrations = [Comments1796063028738];
export { CommentEntity, CommentThreadEntity };
