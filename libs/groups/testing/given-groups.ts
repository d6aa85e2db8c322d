import type { DataSource } from 'typeorm';
import { newId } from '@plenary/ground/kernel';
import type { GroupRole } from '@plenary/groups/domain';
import { GroupMemberEntity, WorkingGroupEntity } from '@plenary/groups/server';
import { CoalitionRoleEntity, RepresentativeEntity } from '@plenary/organisations/server';
import { givenOrganisations } from '@plenary/organisations/testing';

/** Builders of working groups for tests: rows as they would stand, without events. */
export function givenGroups(database: DataSource) {
  const createdAt = new Date();
  let count = 0;
  const organisations = givenOrganisations(database);
  /**
   * For what a person is in a group, so that it counts (GRP-1): a role in the coalition, an organisation, or, where
   * there is neither, an unlisted one made for it.
   */
  const reasonOf = async (personId: string): Promise<string | null> => {
    const manager = database.manager;
    if (await manager.existsBy(CoalitionRoleEntity, { personId })) return null;
    const known = await manager.findOneBy(RepresentativeEntity, { personId });
    if (known) return known.organisationId;
    const name = `Reason ${++count}`;
    const made = await organisations.organisation({ name, listing: 'unlisted' });
    await organisations.representative(personId, made, 'member');
    return made;
  };
  return {
    async group(name = `Group ${++count}`): Promise<string> {
      const id = newId();
      const description = 'A group of a test.';
      await database.manager.insert(WorkingGroupEntity, { id, name, description, createdAt });
      return id;
    },

    async member(
      groupId: string,
      personId: string,
      role: GroupRole = 'member',
      organisationId?: string,
    ): Promise<void> {
      await database.manager.insert(GroupMemberEntity, {
        groupId,
        personId,
        role,
        organisationId: organisationId ?? (await reasonOf(personId)),
        createdAt,
      });
    },
  };
}
