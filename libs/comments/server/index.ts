import type { EntityList, MigrationList } from '@plenary/ground/server';
import { CommentEntity } from './entities/comment.entity.js';
import { Comments1796063028738 } from './migrations/1796063028738-comments.js';

export * from './comments.module.js';

/** Tables of this room, for the app and tests; they never leave the server. */
export const commentsEntities: EntityList = [CommentEntity];
export const commentsMigrations: MigrationList = [Comments1796063028738];
export { CommentEntity };
