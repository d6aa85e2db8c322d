import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { groupStandingOf, type GroupStanding } from '@plenary/groups/domain';
import type { Standing } from '@plenary/organisations/domain';
import { GroupsRepository } from './groups.repository.js';

/** What people are in working groups, now. */
@Injectable()
export class GroupStandingService {
  constructor(
    private readonly database: DataSource,
    private readonly groups: GroupsRepository,
  ) {}

  /** GRP-1: memberships for an organisation that the person no longer acts for do not count. */
  async of(standing: Standing, tx: EntityManager = this.database.manager): Promise<GroupStanding[]> {
    const memberships = await this.groups.listMemberships(tx, standing.personId);
    return groupStandingOf(memberships, standing.organisationIds);
  }

  /** True when the group has a lead. */
  async hasLead(tx: EntityManager, groupId: string): Promise<boolean> {
    return (await this.groups.listLeads(tx, [groupId])).length > 0;
  }
}
