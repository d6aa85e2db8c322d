import { Injectable } from '@nestjs/common';
import { totalOf } from '@plenary/ground/server';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { GroupMemberEntity } from './entities/group-member.entity.js';
import { GroupRequestEntity } from './entities/group-request.entity.js';
import { WorkingGroupEntity } from './entities/working-group.entity.js';

interface GroupFilter {
  /** Only groups that this person is in. */
  readonly personId: string | null;
  readonly archived: boolean;
  readonly after: { readonly name: string; readonly id: string } | null;
  readonly limit: number;
}

/** Queries on working groups and who is in them. */
@Injectable()
export class GroupsRepository {
  list(tx: EntityManager, filter: GroupFilter): Promise<WorkingGroupEntity[]> {
    const found = this.matching(tx, filter);
    if (filter.after) found.andWhere('(g.name, g.id) > (:name, :id)', { ...filter.after });
    return found
      .orderBy('g.name')
      .addOrderBy('g.id')
      .limit(filter.limit + 1)
      .getMany();
  }

  /** How many `list` has on all its pages. */
  count(tx: EntityManager, filter: GroupFilter): Promise<number> {
    return totalOf(this.matching(tx, filter));
  }

  private matching(tx: EntityManager, filter: GroupFilter): SelectQueryBuilder<WorkingGroupEntity> {
    const found = tx.getRepository(WorkingGroupEntity).createQueryBuilder('g');
    found.where(filter.archived ? 'g.archivedAt IS NOT NULL' : 'g.archivedAt IS NULL');
    if (filter.personId) {
      found.andWhere(
        'EXISTS (SELECT FROM group_member m WHERE m.group_id = g.id AND m.person_id = :personId)',
        {
          personId: filter.personId,
        },
      );
    }
    return found;
  }

  find(tx: EntityManager, id: string): Promise<WorkingGroupEntity | null> {
    return tx.findOneBy(WorkingGroupEntity, { id });
  }

  /** For changes: the row, locked. */
  findLocked(tx: EntityManager, id: string): Promise<WorkingGroupEntity | null> {
    return tx.findOne(WorkingGroupEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  listRequests(tx: EntityManager, groupId: string, limit: number): Promise<GroupRequestEntity[]> {
    return tx.find(GroupRequestEntity, { where: { groupId }, order: { createdAt: 'ASC' }, take: limit });
  }

  async names(tx: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const groups = await tx
      .getRepository(WorkingGroupEntity)
      .createQueryBuilder('g')
      .select(['g.id', 'g.name'])
      .where('g.id = ANY(:ids)', { ids })
      .getMany();
    return new Map(groups.map((group) => [group.id, group.name]));
  }

  async countMembers(tx: EntityManager, ids: readonly string[]): Promise<Map<string, number>> {
    const rows = await tx
      .getRepository(GroupMemberEntity)
      .createQueryBuilder('m')
      .select('m.groupId', 'id')
      .addSelect('count(*)::int', 'members')
      .where('m.groupId = ANY(:ids)', { ids })
      .groupBy('m.groupId')
      .getRawMany<{ id: string; members: number }>();
    return new Map(rows.map((row) => [row.id, row.members]));
  }

  /** The leads of several groups at once. */
  listLeads(tx: EntityManager, groupIds: readonly string[]): Promise<GroupMemberEntity[]> {
    return tx
      .getRepository(GroupMemberEntity)
      .createQueryBuilder('m')
      .where(`m.groupId = ANY(:groupIds) AND m.role = 'lead'`, { groupIds })
      .orderBy('m.createdAt')
      .addOrderBy('m.personId')
      .getMany();
  }

  listMembers(tx: EntityManager, groupId: string, limit: number): Promise<GroupMemberEntity[]> {
    return (
      tx
        .getRepository(GroupMemberEntity)
        .createQueryBuilder('m')
        .where('m.groupId = :groupId', { groupId })
        // 'lead' comes before 'member' in the alphabet, too.
        .orderBy('m.role')
        .addOrderBy('m.createdAt')
        .addOrderBy('m.personId')
        .limit(limit)
        .getMany()
    );
  }

  /** What these people are in which groups. */
  listMemberships(tx: EntityManager, personIds: readonly string[]): Promise<GroupMemberEntity[]> {
    return tx
      .getRepository(GroupMemberEntity)
      .createQueryBuilder('m')
      .where('m.personId = ANY(:personIds)', { personIds })
      .getMany();
  }

  findMember(tx: EntityManager, groupId: string, personId: string): Promise<GroupMemberEntity | null> {
    return tx.findOneBy(GroupMemberEntity, { groupId, personId });
  }

  async saveMember(tx: EntityManager, member: GroupMemberEntity): Promise<void> {
    await tx.upsert(GroupMemberEntity, member, ['groupId', 'personId']);
  }

  /** True when the person was in the group. */
  async deleteMember(tx: EntityManager, groupId: string, personId: string): Promise<boolean> {
    const gone = await tx.delete(GroupMemberEntity, { groupId, personId });
    return (gone.affected ?? 0) > 0;
  }
}
