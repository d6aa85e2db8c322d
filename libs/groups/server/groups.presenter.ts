import type { GroupPersonView, GroupRequestView, GroupRole, GroupView } from '@plenary/groups/domain';
import type { GroupMemberEntity } from './entities/group-member.entity.js';
import type { GroupRequestEntity } from './entities/group-request.entity.js';
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
  const { id, name, theme, description, access, archivedAt } = group;
  return {
    id,
    name,
    theme,
    description,
    access,
    isArchived: archivedAt !== null,
    memberCount,
    leads,
    myRole,
  };
}

export function presentRequests(
  requests: readonly GroupRequestEntity[],
  names: MemberNames,
): GroupRequestView[] {
  return requests.flatMap(({ personId, organisationId, note, createdAt }) => {
    const person = names.people.get(personId);
    if (!person) return [];
    const { displayName: name, colour } = person;
    const organisation = names.organisations.get(organisationId ?? '') ?? null;
    return [{ personId, name, colour, note, organisation, createdAt: createdAt.toISOString() }];
  });
}
