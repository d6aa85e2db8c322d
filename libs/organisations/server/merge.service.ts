import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { oneLine, systemClock, type Actor } from '@plenary/ground/kernel';
import { UnitOfWork } from '@plenary/ground/server';
import {
  failOrganisation,
  organisationMerged,
  organisationStateChanged,
  organisationSubject,
  representativeNamed,
  weightOf,
} from '@plenary/organisations/domain';
import { InvitationEntity } from './entities/invitation.entity.js';
import { MandateEntity } from './entities/mandate.entity.js';
import { OrganisationEntity } from './entities/organisation.entity.js';
import { RepresentativeEntity } from './entities/representative.entity.js';
import { OrganisationNotices } from './organisation-notices.js';
import { OrganisationsRepository } from './organisations.repository.js';
import { RolesRepository } from './roles.repository.js';
import { StandingService } from './standing.service.js';

/** Two records of one organisation become one (ORG-18). */
@Injectable()
export class MergeService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly organisations: OrganisationsRepository,
    private readonly roles: RolesRepository,
    private readonly standings: StandingService,
    private readonly notices: OrganisationNotices,
  ) {}

  /**
   * Coordinators alone. `id` goes on as `into`: its people, mandates and texts' rights move there, its invitations are
   * worth nothing, and the record of what it did stays under its own name, with a way to the other.
   */
  merge(actor: Actor, id: string, into: string, reason: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      await this.standings.refuseUnlessCoordinator(tx.manager, actor);
      if (id === into) return failOrganisation('organisation.merge-impossible');
      if (oneLine(reason) === '') return failOrganisation('organisation.reason-needed');
      // Always in one order, so that two merges at once wait for each other and do not lock each other out.
      const rows = new Map<string, OrganisationEntity | null>();
      for (const each of [id, into].sort()) {
        rows.set(each, await this.organisations.findLocked(tx.manager, each));
      }
      const [gone, kept] = [rows.get(id), rows.get(into)];
      if (!gone || !kept) return failOrganisation('organisation.not-found');
      const known = ['active', 'suspended', 'left'];
      if (!known.includes(gone.state) || !known.includes(kept.state)) {
        return failOrganisation('organisation.merge-impossible');
      }
      const there = new Map(
        (await tx.manager.findBy(RepresentativeEntity, { organisationId: into })).map((each) => [
          each.personId,
          each,
        ]),
      );
      const acting = await tx.manager.findBy(RepresentativeEntity, { organisationId: id });
      for (const each of acting) {
        const known = there.get(each.personId);
        const { personId, role } = each;
        await tx.manager.delete(RepresentativeEntity, { organisationId: id, personId });
        if (known && weightOf(known.role) <= weightOf(role)) continue;
        await this.roles.saveRepresentative(tx.manager, { ...each, organisationId: into });
        await tx.events.append(representativeNamed(organisationSubject(into), { personId, role }));
      }
      await tx.manager.update(MandateEntity, { organisationId: id }, { organisationId: into });
      const revokedAt = new Date(systemClock.now());
      await tx.manager.update(InvitationEntity, { organisationId: id, revokedAt: IsNull() }, { revokedAt });
      await tx.manager.update(OrganisationEntity, { mergedInto: id }, { mergedInto: into });
      await tx.manager.update(OrganisationEntity, { id }, { state: 'merged', mergedInto: into });
      const told = { state: 'merged' as const, before: gone.state, reason: oneLine(reason) };
      await tx.events.append(organisationStateChanged(organisationSubject(id), told));
      await tx.events.append(organisationMerged(organisationSubject(id), { into, reason: oneLine(reason) }));
      const personIds = acting.map(({ personId }) => personId);
      await this.notices.tellMerge(tx, actor, { gone, kept, personIds }, oneLine(reason));
    });
  }
}
