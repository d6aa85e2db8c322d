import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, type Actor, type CountedPage } from '@plenary/ground/kernel';
import { cursorOf, pageOf, readCursor, UnitOfWork, type UnitActor } from '@plenary/ground/server';
import {
  failGroup,
  groupMemberJoined,
  groupMemberLeft,
  mayJoin,
  mayLead,
  type GroupDetailView,
  type GroupRole,
  type GroupView,
} from '@plenary/groups/domain';
import { PeopleService } from '@plenary/identity/server';
import { isCoordinator } from '@plenary/organisations/domain';
import { OrganisationNames, StandingService } from '@plenary/organisations/server';
import type { GroupMemberEntity } from './entities/group-member.entity.js';
import { GroupRequestEntity } from './entities/group-request.entity.js';
import { GroupStandingService } from './group-standing.service.js';
import type { ListGroupsDto } from './groups.dto.js';
import { presentGroup, presentMembers, presentRequests, type MemberNames } from './groups.presenter.js';
import { GroupsRepository } from './groups.repository.js';

/** Members shown on a group's page. */
const membersShown = 500;
const requestsShown = 200;

/** Working groups: reading them, and who is in them. */
@Injectable()
export class GroupsService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly groups: GroupsRepository,
    private readonly standings: StandingService,
    private readonly groupStandings: GroupStandingService,
    private readonly organisations: OrganisationNames,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, dto: ListGroupsDto): Promise<CountedPage<GroupView>> {
    const tx = this.database.manager;
    const filter = {
      personId: dto.mine === 'true' ? actor.personId : null,
      archived: dto.archived === 'true',
      after: readCursor(dto.cursor, ['name', 'id']),
      limit: dto.limit,
    };
    const found = await this.groups.list(tx, filter);
    const total = filter.after ? null : await this.groups.count(tx, filter);
    const page = pageOf(found, dto.limit, (last) => cursorOf({ name: last.name, id: last.id }));
    const ids = page.items.map((group) => group.id);
    const leads = await this.groups.listLeads(tx, ids);
    const names = await this.namesFor(actor, leads);
    const counts = await this.groups.countMembers(tx, ids);
    const mine = await this.rolesOf(actor);
    const items = page.items.map((group) =>
      presentGroup(
        group,
        counts.get(group.id) ?? 0,
        presentMembers(
          leads.filter((lead) => lead.groupId === group.id),
          names,
        ),
        mine.get(group.id) ?? null,
      ),
    );
    return { ...page, items, total };
  }

  async get(actor: Actor, id: string): Promise<GroupDetailView> {
    const tx = this.database.manager;
    const group = (await this.groups.find(tx, id)) ?? failGroup('group.not-found');
    const members = await this.groups.listMembers(tx, id, membersShown);
    const shown = presentMembers(members, await this.namesFor(actor, members));
    const count = (await this.groups.countMembers(tx, [id])).get(id) ?? 0;
    const leads = shown.filter((member) => member.role === 'lead');
    const myRole = (await this.rolesOf(actor)).get(id) ?? null;
    const viewer = await this.standings.get(actor.personId);
    const leading = mayLead(isCoordinator(viewer), myRole);
    const requests = leading ? await this.groups.listRequests(tx, id, requestsShown) : [];
    return {
      ...presentGroup(group, count, leads, myRole),
      members: shown,
      hasAsked: await tx.existsBy(GroupRequestEntity, { groupId: id, personId: actor.personId }),
      requests: presentRequests(requests, await this.namesFor(actor, requests)),
      may: {
        lead: leading,
        join: myRole === null && group.archivedAt === null && mayJoin(viewer),
      },
    };
  }

  /** Who is in the group, as leads and members; none for a group that does not exist. For lists of the rooms above. */
  async memberIds(tx: EntityManager, groupId: string): Promise<string[]> {
    const members = await this.groups.listMembers(tx, groupId, membersShown);
    return members.map(({ personId }) => personId);
  }

  /**
   * Puts a person into a group, or changes the role there; for the rooms above, tests and scripts. For the organisation
   * that the person speaks for, where none is named.
   */
  addMember(
    actor: UnitActor,
    groupId: string,
    personId: string,
    role: GroupRole,
    wantedFor: string | null = null,
  ): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      if (!(await this.groups.find(tx.manager, groupId))) return failGroup('group.not-found');
      const organisationId = wantedFor ?? (await this.standings.get(personId, tx.manager)).speaksFor;
      const createdAt = new Date(this.clock.now());
      await this.groups.saveMember(tx.manager, { groupId, personId, role, organisationId, createdAt });
      await tx.events.append(groupMemberJoined(subjectOf(groupId), { personId, role, organisationId }));
    });
  }

  removeMember(actor: UnitActor, groupId: string, personId: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      if (!(await this.groups.deleteMember(tx.manager, groupId, personId))) return;
      await tx.events.append(groupMemberLeft(subjectOf(groupId), { personId }));
    });
  }

  private async rolesOf(actor: Actor): Promise<Map<string, GroupRole>> {
    const standing = await this.standings.get(actor.personId);
    const groups = await this.groupStandings.of(standing);
    return new Map(groups.map(({ groupId, role }) => [groupId, role]));
  }

  private async namesFor(
    actor: Actor,
    members: readonly Pick<GroupMemberEntity, 'personId' | 'organisationId'>[],
  ): Promise<MemberNames> {
    const viewer = await this.standings.get(actor.personId);
    return {
      people: await this.people.namesOf(members.map((member) => member.personId)),
      organisations: await this.organisations.of(
        viewer,
        members.flatMap((member) => member.organisationId ?? []),
      ),
    };
  }
}

const subjectOf = (groupId: string) => ({ kind: 'group', id: groupId });
