import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { groupStandingOf, type GroupStanding } from '@plenary/groups/domain';
import type { Standing } from '@plenary/organisations/domain';
import { StandingService } from '@plenary/organisations/server';
import type { GroupMemberEntity } from './entities/group-member.entity.js';
import { GroupsRepository } from './groups.repository.js';

/** What people are in working groups, now. */
@Injectable()
export class GroupStandingService {
  constructor(
    private readonly database: DataSource,
    private readonly groups: GroupsRepository,
    private readonly standings: StandingService,
  ) {}

  /** GRP-1: memberships for an organisation that the person no longer acts for do not count. */
  async of(standing: Standing, tx: EntityManager = this.database.manager): Promise<GroupStanding[]> {
    return (await this.ofAll([standing], tx)).get(standing.personId)!;
  }

  /** As `of`, for many: one entry for each, one query. */
  async ofAll(
    standings: readonly Standing[],
    tx: EntityManager = this.database.manager,
  ): Promise<Map<string, GroupStanding[]>> {
    const memberships = await this.groups.listMemberships(
      tx,
      standings.map(({ personId }) => personId),
    );
    const byPerson = new Map<string, GroupMemberEntity[]>();
    for (const each of memberships) {
      byPerson.set(each.personId, [...(byPerson.get(each.personId) ?? []), each]);
    }
    return new Map(
      standings.map((standing) => [
        standing.personId,
        groupStandingOf(byPerson.get(standing.personId) ?? [], standing),
      ]),
    );
  }

  /** Who leads the group now: those named who still count (GRP-1). */
  async presentLeads(tx: EntityManager, groupId: string): Promise<string[]> {
    const leads = await this.groups.listLeads(tx, [groupId]);
    const standings = await this.standings.of(
      leads.map(({ personId }) => personId),
      tx,
    );
    return leads
      .filter((lead) => groupStandingOf([lead], standings.get(lead.personId)!.standing).length > 0)
      .map(({ personId }) => personId);
  }

  /** True when the group has a lead. */
  async hasLead(tx: EntityManager, groupId: string): Promise<boolean> {
    return (await this.presentLeads(tx, groupId)).length > 0;
  }
}
