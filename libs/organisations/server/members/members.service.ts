import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, type Actor } from '@plenary/ground/kernel';
import { UnitOfWork } from '@plenary/ground/server';
import { PeopleService } from '@plenary/identity/server';
import {
  isCoordinator,
  coalitionRoleGiven,
  coalitionRoleWithdrawn,
  failOrganisation,
  mayNamePeople,
  representativeNamed,
  representativeWithdrawn,
  spokesChosen,
  type CoalitionRole,
  type RepresentativeRole,
  organisationSubject,
} from '@plenary/organisations/domain';
import type { OrganisationEntity } from '../entities/organisation.entity.js';
import { RepresentativeEntity } from '../entities/representative.entity.js';
import { MandatesService } from '../mandates/mandates.service.js';
import { OrganisationNotices } from '../organisations/organisation-notices.js';
import { OrganisationsRepository } from '../organisations/organisations.repository.js';
import { RolesRepository } from '../standing/roles.repository.js';
import { StandingService } from '../standing/standing.service.js';

/** Who acts for which organisation, and for which one a person speaks; roles in the coalition. */
@Injectable()
export class MembersService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly organisations: OrganisationsRepository,
    private readonly roles: RolesRepository,
    private readonly standings: StandingService,
    private readonly people: PeopleService,
    private readonly mandates: MandatesService,
    private readonly notices: OrganisationNotices,
    private readonly clock: Clock,
  ) {}

  /** ORG-6. Changes what a person is for an organisation; who is not there yet is invited instead. */
  changeRole(
    actor: Actor,
    organisationId: string,
    personId: string,
    role: RepresentativeRole,
  ): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      await this.openForNaming(tx.manager, actor, organisationId);
      const before = await this.find(tx.manager, organisationId, personId);
      if (before.role === role) return;
      if (before.role === 'focal_point') await this.keepFocalPoint(tx.manager, organisationId);
      const at = new Date(this.clock.now());
      await this.roles.nameRepresentatives(tx.manager, [{ organisationId, personId, role }], at);
      await tx.events.append(representativeNamed(organisationSubject(organisationId), { personId, role }));
      await this.notices.tellMember(tx, actor, organisationId, personId, 'changed', role);
    });
  }

  /** ORG-6, or oneself: everybody may leave. What the person wrote and was asked to do stays. */
  withdraw(actor: Actor, organisationId: string, personId: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      const own = personId === actor.personId;
      const organisation = own
        ? await this.lock(tx.manager, organisationId)
        : await this.openForNaming(tx.manager, actor, organisationId);
      const viewer = await this.standings.get(actor.personId, tx.manager);
      // ORG-3: for who neither acts for it nor finds it, it is not there.
      const before = await tx.manager.findOneBy(RepresentativeEntity, { organisationId, personId });
      if (!before) {
        const finds = await this.organisations.find(tx.manager, viewer, organisationId);
        return failOrganisation(finds ? 'person.not-found' : 'organisation.not-found');
      }
      // ORG-8: coordinators can name the next one; an organisation cannot lock itself out.
      if (before.role === 'focal_point' && !isCoordinator(viewer))
        await this.keepFocalPoint(tx.manager, organisationId);
      await this.mandates.endAllOf(tx, organisation, personId);
      await this.roles.deleteRepresentative(tx.manager, organisationId, personId);
      await tx.events.append(representativeWithdrawn(organisationSubject(organisationId), { personId }));
      const change = own ? 'left' : 'removed';
      await this.notices.tellMember(tx, actor, organisationId, personId, change, before.role);
    });
  }

  /** ORG-2: from now on this person speaks for that organisation, on every device. */
  chooseSpokes(actor: Actor, organisationId: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      const standing = await this.standings.get(actor.personId, tx.manager);
      if (!standing.organisationIds.includes(organisationId))
        return failOrganisation('organisation.not-found');
      if (standing.speaksFor === organisationId) return;
      const { personId } = actor;
      const chosenAt = new Date(this.clock.now());
      await tx.manager.update(RepresentativeEntity, { organisationId, personId }, { chosenAt });
      await tx.events.append(spokesChosen({ kind: 'person', id: personId }, { personId, organisationId }));
    });
  }

  /** Coordinators alone. */
  giveCoalitionRole(actor: Actor, personId: string, role: CoalitionRole): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      // Before other locks: whoever is leaving holds their own row first.
      const there = await this.people.hold(tx.manager, [personId]);
      await this.lockRoles(tx.manager, actor);
      // Who has left is given nothing, and does not stand in for the last coordinator (ORG-8).
      if (!there.has(personId)) failOrganisation('person.not-found');
      const createdAt = new Date(this.clock.now());
      if (!(await this.roles.insertRole(tx.manager, { personId, role, createdAt }))) return;
      await tx.events.append(coalitionRoleGiven({ kind: 'person', id: personId }, { personId, role }));
    });
  }

  /** For several people at once: all or nobody. Answers whose roles it changed, so that it can be undone. */
  changeCoalitionRoles(
    actor: Actor,
    role: CoalitionRole,
    personIds: readonly string[],
    give: boolean,
  ): Promise<{ changed: string[] }> {
    return this.unit.run(actor, async (tx) => {
      const there = await this.people.hold(tx.manager, personIds);
      // From somebody who left, a role may still be taken.
      const known = give ? there : await this.people.namesOf(personIds, tx.manager);
      await this.lockRoles(tx.manager, actor);
      if (known.size !== personIds.length) failOrganisation('person.not-found');
      const changed: string[] = [];
      const createdAt = new Date(this.clock.now());
      for (const personId of personIds) {
        const done = give
          ? await this.roles.insertRole(tx.manager, { personId, role, createdAt })
          : await this.roles.deleteRole(tx.manager, personId, role);
        if (done) changed.push(personId);
      }
      const event = give ? coalitionRoleGiven : coalitionRoleWithdrawn;
      await tx.events.appendAll(
        changed.map((personId) => event({ kind: 'person', id: personId }, { personId, role })),
      );
      if (role === 'coordinator' && (await this.roles.countRole(tx.manager, role)) < 1) {
        failOrganisation('coalition.last-coordinator');
      }
      return { changed };
    });
  }

  withdrawCoalitionRole(actor: Actor, personId: string, role: CoalitionRole): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      await this.lockRoles(tx.manager, actor);
      if (role === 'coordinator' && (await this.roles.countRole(tx.manager, role)) < 2) {
        return failOrganisation('coalition.last-coordinator');
      }
      if (!(await this.roles.deleteRole(tx.manager, personId, role))) return;
      await tx.events.append(coalitionRoleWithdrawn({ kind: 'person', id: personId }, { personId, role }));
    });
  }

  /**
   * Two who withdraw each other's role at once: the second has to see what the first did, also to itself. So who may is
   * judged behind the lock.
   */
  private async lockRoles(tx: EntityManager, actor: Actor): Promise<void> {
    await tx.query('LOCK TABLE coalition_role IN SHARE ROW EXCLUSIVE MODE');
    await this.standings.refuseUnlessCoordinator(tx, actor);
  }

  private async openForNaming(
    tx: EntityManager,
    actor: Actor,
    organisationId: string,
  ): Promise<OrganisationEntity> {
    const organisation = await this.lock(tx, organisationId);
    const viewer = await this.standings.get(actor.personId, tx);
    if (!(await this.organisations.find(tx, viewer, organisationId))) {
      return failOrganisation('organisation.not-found');
    }
    if (!mayNamePeople(viewer, organisationId)) failOrganisation('organisation.forbidden');
    return organisation;
  }

  private async lock(tx: EntityManager, organisationId: string): Promise<OrganisationEntity> {
    const organisation = await this.organisations.findLocked(tx, organisationId);
    return organisation ?? failOrganisation('organisation.not-found');
  }

  private async find(
    tx: EntityManager,
    organisationId: string,
    personId: string,
  ): Promise<RepresentativeEntity> {
    const found = await tx.findOneBy(RepresentativeEntity, { organisationId, personId });
    return found ?? failOrganisation('person.not-found');
  }

  /** ORG-8: an organisation keeps a focal point. */
  private async keepFocalPoint(tx: EntityManager, organisationId: string): Promise<void> {
    const count = await tx.countBy(RepresentativeEntity, { organisationId, role: 'focal_point' });
    if (count < 2) failOrganisation('organisation.last-focal-point');
  }
}
