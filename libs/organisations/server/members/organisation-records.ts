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
import { CoalitionRoleEntity } from '../entities/coalition-role.entity.js';
import { MandateEntity } from '../entities/mandate.entity.js';
import { OrganisationEntity } from '../entities/organisation.entity.js';
import { RepresentativeEntity } from '../entities/representative.entity.js';
import { SavedListEntity } from '../entities/saved-list.entity.js';
import { MandatesService } from '../mandates/mandates.service.js';
import { OrganisationsRepository } from '../organisations/organisations.repository.js';
import { OrganisationNotices } from '../organisations/organisation-notices.js';
import { RolesRepository } from '../standing/roles.repository.js';

/** What a person is here, to take along and to take away when they leave. */
@Injectable()
export class OrganisationRecords implements RoomRecords, OnModuleInit {
  readonly room = 'organisations';

  constructor(
    private readonly records: PersonRecords,
    private readonly roles: RolesRepository,
    private readonly mandates: MandatesService,
    private readonly organisations: OrganisationsRepository,
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
    };
  };

  /** ORG-8: the coalition keeps a coordinator; an organisation may be left without a focal point, who then is named. */
  leave = async (tx: Transaction, { personId }: Actor): Promise<void> => {
    for (const organisation of await this.lockOrganisations(tx.manager, personId)) {
      const { id } = organisation;
      const own = await tx.manager.findOneBy(RepresentativeEntity, { organisationId: id, personId });
      await this.mandates.endAllOf(tx, organisation, personId);
      await this.roles.deleteRepresentative(tx.manager, id, personId);
      await tx.events.append(representativeWithdrawn(organisationSubject(id), { personId }));
      if (own) await this.notices.tellMember(tx, { personId }, id, personId, 'left', own.role);
    }
    await tx.manager.query('LOCK TABLE coalition_role IN SHARE ROW EXCLUSIVE MODE');
    for (const { role } of await tx.manager.findBy(CoalitionRoleEntity, { personId })) {
      if (role === 'coordinator' && (await this.roles.countRole(tx.manager, role)) < 2) {
        failOrganisation('coalition.last-coordinator');
      }
      await this.roles.deleteRole(tx.manager, personId, role);
      await tx.events.append(coalitionRoleWithdrawn({ kind: 'person', id: personId }, { personId, role }));
    }
    await tx.manager.delete(SavedListEntity, { personId });
  };

  /**
   * In the order in which merges lock them. Such a merge may move the person while it is waited for: then the one that
   * goes on is locked, too.
   */
  private async lockOrganisations(tx: EntityManager, personId: string): Promise<OrganisationEntity[]> {
    const locked = new Map<string, OrganisationEntity>();
    for (;;) {
      const actsFor = await tx.findBy(RepresentativeEntity, { personId });
      const ids = actsFor.map(({ organisationId }) => organisationId).sort();
      const missing = ids.filter((id) => !locked.has(id));
      if (missing.length === 0) return ids.map((id) => locked.get(id)!);
      for (const id of missing) locked.set(id, (await this.organisations.findLocked(tx, id))!);
    }
  }
}
