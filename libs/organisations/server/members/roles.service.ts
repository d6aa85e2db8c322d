import { Injectable } from '@nestjs/common';
import { Clock } from '@plenary/ground/kernel';
import { UnitOfWork, type UnitActor } from '@plenary/ground/server';
import {
  coalitionRoleGiven,
  coalitionRoleWithdrawn,
  failOrganisation,
  representativeNamed,
  representativeWithdrawn,
  type CoalitionRole,
  type OrganisationState,
  type RepresentativeRole,
  organisationSubject,
} from '@plenary/organisations/domain';
import { OrganisationStates } from '../organisations/organisation-states.js';
import { OrganisationsRepository } from '../organisations/organisations.repository.js';
import { RolesRepository } from '../standing/roles.repository.js';

/**
 * Changes of who people are in the coalition without asking who may, for the rooms above, tests and scripts: each
 * writes its event and reaches open sockets. People come by `MembersService`.
 */
@Injectable()
export class RolesService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly organisations: OrganisationsRepository,
    private readonly roles: RolesRepository,
    private readonly states: OrganisationStates,
    private readonly clock: Clock,
  ) {}

  changeState(actor: UnitActor, organisationId: string, state: OrganisationState): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      const organisation =
        (await this.organisations.findLocked(tx.manager, organisationId)) ??
        failOrganisation('organisation.not-found');
      if (organisation.state === state) return;
      await this.states.change(tx, organisation, state, '');
    });
  }

  nameRepresentative(
    actor: UnitActor,
    organisationId: string,
    personId: string,
    role: RepresentativeRole,
  ): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      const at = new Date(this.clock.now());
      await this.roles.nameRepresentatives(tx.manager, [{ organisationId, personId, role }], at);
      await tx.events.append(representativeNamed(organisationSubject(organisationId), { personId, role }));
    });
  }

  withdrawRepresentative(actor: UnitActor, organisationId: string, personId: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      if (!(await this.roles.deleteRepresentative(tx.manager, organisationId, personId))) return;
      await tx.events.append(representativeWithdrawn(organisationSubject(organisationId), { personId }));
    });
  }

  giveRole(actor: UnitActor, personId: string, role: CoalitionRole): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      const createdAt = new Date(this.clock.now());
      if (!(await this.roles.insertRole(tx.manager, { personId, role, createdAt }))) return;
      await tx.events.append(coalitionRoleGiven({ kind: 'person', id: personId }, { personId, role }));
    });
  }

  withdrawRole(actor: UnitActor, personId: string, role: CoalitionRole): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      if (!(await this.roles.deleteRole(tx.manager, personId, role))) return;
      await tx.events.append(coalitionRoleWithdrawn({ kind: 'person', id: personId }, { personId, role }));
    });
  }
}
