import { GroupMemberEntity } from './entities/group-member.entity.js';
import { WorkingGroupEntity } from './entities/working-group.entity.js';
import { GroupRequestEntity } from './entities/group-request.entity.js';
import { ManagingGroups1764100300000 } from './migrations/1764100300000-managing-groups.js';
import { ThemesAsTerms1764208020000 } from './migrations/1764208020000-themes-as-terms.js';
import { Groups1763900300000 } from './migrations/1763900300000-groups.js';

export * from './group-standing.service.js';
export * from './groups.module.js';
export * from './groups.service.js';

/** Tables of this room, for the app, the seed and tests; they never leave the server. */
export const groupsEntities = [WorkingGroupEntity, GroupMemberEntity, GroupRequestEntity];
export const groupsMigrations = [
  Groups1763900300000,
  ManagingGroups1764100300000,
  ThemesAsTerms1764208020000,
];
export { GroupMemberEntity, WorkingGroupEntity };
