import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, RecordedEvent } from '@plenary/ground/kernel';
import { OnEvent, Subjects, UnitOfWork, type Transaction } from '@plenary/ground/server';
import { groupMemberJoined, groupMemberLeft } from '@plenary/groups/domain';
import { PersonRecords, type RoomRecords } from '@plenary/identity/server';
import { GroupMemberEntity } from './entities/group-member.entity.js';
import { GroupRequestEntity } from './entities/group-request.entity.js';
import { GroupsRepository } from './groups.repository.js';

/** What happens here when a person leaves, and when two organisations become one. */
@Injectable()
export class GroupRecords implements RoomRecords, OnModuleInit {
  readonly room = 'groups';

  constructor(
    private readonly records: PersonRecords,
    private readonly groups: GroupsRepository,
    private readonly unit: UnitOfWork,
    private readonly subjects: Subjects,
  ) {}

  onModuleInit(): void {
    this.records.add(this);
  }

  exportOf = async (tx: EntityManager, personId: string): Promise<unknown> => ({
    memberships: await tx.findBy(GroupMemberEntity, { personId }),
    requests: await tx.findBy(GroupRequestEntity, { personId }),
  });

  leave = async (tx: Transaction, { personId }: Actor): Promise<void> => {
    await tx.manager.delete(GroupRequestEntity, { personId });
    for (const { groupId } of await tx.manager.findBy(GroupMemberEntity, { personId })) {
      await this.groups.deleteMember(tx.manager, groupId, personId);
      await tx.events.append(groupMemberLeft({ kind: 'group', id: groupId }, { personId }));
    }
  };

  /** Whoever is in a group for an organisation that goes on as another is there for that one. */
  @OnEvent('organisation.merged')
  async move({ subject }: RecordedEvent): Promise<void> {
    await this.unit.run(null, async (tx) => {
      // Where it is now: by the time that this is told, that one may have been merged, too.
      const moved = await this.subjects.movedTo('organisation', [subject.id], tx.manager);
      const into = moved.get(subject.id)!;
      await tx.manager.update(GroupRequestEntity, { organisationId: subject.id }, { organisationId: into });
      for (const { groupId, personId, role } of await tx.manager.findBy(GroupMemberEntity, {
        organisationId: subject.id,
      })) {
        await tx.manager.update(GroupMemberEntity, { groupId, personId }, { organisationId: into });
        const told = { personId, role, organisationId: into };
        await tx.events.append(groupMemberJoined({ kind: 'group', id: groupId }, told));
      }
    });
  }
}
