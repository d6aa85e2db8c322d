import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '@plenary/ground/kernel';
import type { Transaction } from '@plenary/ground/server';
import { PersonRecords, type RoomRecords } from '@plenary/identity/server';
import {
  coalitionRoleWithdrawn,
  failOrganisation,
  organisationSubject,
  representativeWithdrawn,
} from '@plenary/organisations/domain';
import { CoalitionRoleEntity } from './entities/coalition-role.entity.js';
import { LookEntity } from './entities/look.entity.js';
import { MandateEntity } from './entities/mandate.entity.js';
import { OrganisationEntity } from './entities/organisation.entity.js';
import { RepresentativeEntity } from './entities/representative.entity.js';
import { SavedListEntity } from './entities/saved-list.entity.js';
import { MandatesService } from './mandates/mandates.service.js';
import { OrganisationNotices } from './organisation-notices.js';
import { RolesRepository } from './roles.repository.js';

/** What a person is here, to take along and to take away when they leave. */
@Injectable()
export class OrganisationRecords implements RoomRecords, OnModuleInit {
  readonly room = 'organisations';

  constructor(
    private readonly records: PersonRecords,
    private readonly roles: RolesRepository,
    private readonly mandates: MandatesService,
    private readonly notices: OrganisationNotices,
  ) {}

  onModuleInit(): void {
    this.records.add(this);
  }

  exportOf = async (tx: EntityManager, personId: string): Promise<unknown> => {
    const actsFor = await tx.findBy(RepresentativeEntity, { personId });
    const ids = actsFor.map((each) => each.organisationId);
    const names = await tx.find(OrganisationEntity, {
      where: { id: In(ids) },
      select: { id: true, name: true },
    });
    return {
      actsFor: actsFor.map((each) => ({
        ...each,
        organisation: names.find(({ id }) => id === each.organisationId)?.name ?? null,
      })),
      coalitionRoles: await tx.findBy(CoalitionRoleEntity, { personId }),
      mandates: await tx.findBy(MandateEntity, { personId }),
      savedLists: await tx.findBy(SavedListEntity, { personId }),
      lookedAtAs: await tx.find(LookEntity, {
        where: { personId },
        select: { coordinatorId: true, reason: true, begunAt: true, endsAt: true, endedAt: true },
      }),
    };
  };

  /** ORG-8: the coalition keeps a coordinator; an organisation may be left without a focal point, who then is named. */
  leave = async (tx: Transaction, { personId }: Actor): Promise<void> => {
    await tx.manager.query('LOCK TABLE coalition_role IN SHARE ROW EXCLUSIVE MODE');
    for (const { role } of await tx.manager.findBy(CoalitionRoleEntity, { personId })) {
      if (role === 'coordinator' && (await this.roles.countRole(tx.manager, role)) < 2) {
        failOrganisation('coalition.last-coordinator');
      }
      await this.roles.deleteRole(tx.manager, personId, role);
      await tx.events.append(coalitionRoleWithdrawn({ kind: 'person', id: personId }, { personId, role }));
    }
    for (const { organisationId, role } of await tx.manager.findBy(RepresentativeEntity, { personId })) {
      await this.mandates.endAllOf(tx, organisationId, personId);
      await this.roles.deleteRepresentative(tx.manager, organisationId, personId);
      await tx.events.append(representativeWithdrawn(organisationSubject(organisationId), { personId }));
      await this.notices.tellMember(tx, { personId }, organisationId, personId, 'left', role);
    }
    await tx.manager.delete(SavedListEntity, { personId });
    await tx.manager.delete(LookEntity, { personId });
  };
}
