import type { DataSource } from 'typeorm';
import { newId } from '@plenary/ground/kernel';
import type { GroupRole } from '@plenary/groups/domain';
import { GroupMemberEntity, WorkingGroupEntity } from '@plenary/groups/server';

/** Builders of working groups for tests: rows as they would stand, without events. */
export function givenGroups(database: DataSource) {
  const createdAt = new Date();
  let count = 0;
  return {
    async group(name = `Group ${++count}`): Promise<string> {
      const id = newId();
      const description = 'A group of a test.';
      await database.manager.insert(WorkingGroupEntity, {
        ...{ id, name, description, createdAt },
        theme: 'women-in-migration',
      });
      return id;
    },

    async member(
      groupId: string,
      personId: string,
      role: GroupRole = 'member',
      organisationId: string | null = null,
    ): Promise<void> {
      await database.manager.insert(GroupMemberEntity, {
        groupId,
        personId,
        role,
        organisationId,
        createdAt,
      });
    },
  };
}
