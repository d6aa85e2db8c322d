import type { GroupPersonView, GroupRole, GroupView } from '@plenary/groups/domain';
import type { GroupMemberEntity } from './entities/group-member.entity.js';
import type { WorkingGroupEntity } from './entities/working-group.entity.js';

/** What is shown of people and organisations beside a membership. */
export interface MemberNames {
  readonly people: ReadonlyMap<string, { readonly displayName: string; readonly colour: string }>;
  readonly organisations: ReadonlyMap<
    string,
    { readonly id: string; readonly name: string; readonly acronym: string | null }
  >;
}

export function presentMembers(members: readonly GroupMemberEntity[], names: MemberNames): GroupPersonView[] {
  return members.flatMap(({ personId, role, organisationId }) => {
    const person = names.people.get(personId);
    if (!person) return [];
    const organisation = organisationId === null ? undefined : names.organisations.get(organisationId);
    return [
      {
        personId,
        name: person.displayName,
        colour: person.colour,
        role,
        organisation: organisation
          ? { id: organisation.id, name: organisation.name, acronym: organisation.acronym }
          : null,
      },
    ];
  });
}

export function presentGroup(
  group: WorkingGroupEntity,
  memberCount: number,
  leads: readonly GroupPersonView[],
  myRole: GroupRole | null,
): GroupView {
  const { id, name, theme, description } = group;
  return { id, name, theme, description, memberCount, leads, myRole };
}
