import { Injectable } from '@nestjs/common';
import { oneLine, type Actor, type DomainEvent } from '@plenary/ground/kernel';
import { UnitOfWork } from '@plenary/ground/server';
import { PeopleService } from '@plenary/identity/server';
import {
  failOrganisation,
  organisationMerged,
  organisationSubject,
  representativeNamed,
  weightOf,
} from '@plenary/organisations/domain';
import { MandateEntity } from '../entities/mandate.entity.js';
import { OrganisationEntity } from '../entities/organisation.entity.js';
import { RepresentativeEntity } from '../entities/representative.entity.js';
import { OrganisationStates } from './organisation-states.js';
import { OrganisationNotices } from './organisation-notices.js';
import { OrganisationsRepository } from './organisations.repository.js';
import { PicturesService } from '../pictures/pictures.service.js';
import { RolesRepository } from '../standing/roles.repository.js';
import { StandingService } from '../standing/standing.service.js';

/** Two records of one organisation become one (ORG-18). */
@Injectable()
export class MergeService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly organisations: OrganisationsRepository,
    private readonly roles: RolesRepository,
    private readonly standings: StandingService,
    private readonly states: OrganisationStates,
    private readonly people: PeopleService,
    private readonly pictures: PicturesService,
    private readonly notices: OrganisationNotices,
  ) {}

  /**
   * Coordinators alone. `id` goes on as `into`: its people, mandates and texts' rights move there, and the record of what it did stays under its own name, with a way to the other.
   */
  merge(actor: Actor, id: string, into: string, reason: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      await this.standings.refuseUnlessCoordinator(tx.manager, actor);
      if (id === into) return failOrganisation('organisation.merge-impossible');
      if (oneLine(reason) === '') return failOrganisation('organisation.reason-needed');
      // A list that is being imported means the organisation that goes on (ORG-18).
      await this.organisations.lockNames(tx.manager);
      // Always in one order, so that two merges at once wait for each other and do not lock each other out.
      const rows = new Map<string, OrganisationEntity | null>();
      for (const each of [id, into].sort()) {
        rows.set(each, await this.organisations.findLocked(tx.manager, each));
      }
      const [gone, kept] = [rows.get(id), rows.get(into)];
      if (!gone || !kept) return failOrganisation('organisation.not-found');
      const known = ['active', 'suspended', 'left'];
      // People of one that was suspended or has left do not act again by a merge: that is decided by itself.
      const wouldAct = kept.state === 'active' && gone.state !== 'active';
      if (wouldAct || !known.includes(gone.state) || !known.includes(kept.state)) {
        return failOrganisation('organisation.merge-impossible');
      }
      await this.states.change(tx, gone, 'merged', reason, { mergedInto: into });
      const there = new Map(
        (await tx.manager.findBy(RepresentativeEntity, { organisationId: into })).map((each) => [
          each.personId,
          each,
        ]),
      );
      const moved: DomainEvent[] = [];
      const joined: RepresentativeEntity[] = [];
      const moving = await tx.manager.findBy(RepresentativeEntity, { organisationId: id });
      const readers = await this.people.readersOf(
        tx.manager,
        moving.map(({ personId }) => personId),
      );
      // Whoever is leaving waits for these two organisations, and then looks where they are.
      const notLeft = new Set(readers.map((each) => each.id));
      for (const each of moving) {
        const known = there.get(each.personId);
        const { personId, role } = each;
        await tx.manager.delete(RepresentativeEntity, { organisationId: id, personId });
        if (!notLeft.has(personId)) continue;
        joined.push(known ? asOne(known, each) : { ...each, organisationId: into });
        if (known && weightOf(known.role) <= weightOf(role)) continue;
        moved.push(representativeNamed(organisationSubject(into), { personId, role }));
      }
      if (joined.length > 0) await this.roles.saveRepresentatives(tx.manager, joined);
      await tx.events.appendAll(moved);
      await tx.manager.update(MandateEntity, { organisationId: id }, { organisationId: into });
      await tx.manager.update(OrganisationEntity, { mergedInto: id }, { mergedInto: into });
      await this.pictures.merge(tx, gone, kept);
      await tx.events.append(organisationMerged(organisationSubject(id), { into, reason: oneLine(reason) }));
      const personIds = moving.map(({ personId }) => personId);
      await this.notices.tellMerge(tx, actor, { gone, kept, personIds }, oneLine(reason));
    });
  }
}

/** One person in both: the heavier role, since the earlier of both beginnings, with the later of both choices (ORG-2). */
function asOne(kept: RepresentativeEntity, gone: RepresentativeEntity): RepresentativeEntity {
  const { role, roleSince } = weightOf(kept.role) <= weightOf(gone.role) ? kept : gone;
  const createdAt = kept.createdAt < gone.createdAt ? kept.createdAt : gone.createdAt;
  const chosenAt = (kept.chosenAt ?? 0) > (gone.chosenAt ?? 0) ? kept.chosenAt : gone.chosenAt;
  return { ...kept, role, roleSince, createdAt, chosenAt };
}
