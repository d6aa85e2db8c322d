import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId, systemClock, type Actor } from '@plenary/ground/kernel';
import { UnitOfWork } from '@plenary/ground/server';
import { failIdentity, isEmail, normalEmail } from '@plenary/identity/domain';
import {
  failOrganisation,
  mayNamePeople,
  needsReason,
  nextStates,
  organisationAdded,
  organisationChanged,
  organisationStateChanged,
  sortNameOf,
  type OrganisationState,
  type Standing,
} from '@plenary/organisations/domain';
import { OrganisationEntity } from './entities/organisation.entity.js';
import type { AddOrganisationDto, ChangeOrganisationDto } from './organisation-changes.dto.js';
import { OrganisationsRepository } from './organisations.repository.js';
import { StandingService } from './standing.service.js';

/** What focal points may say of their own organisation; the rest is the coordinators'. */
const ownFields = ['website', 'email', 'description', 'languages', 'acronym'] as const;

const subjectOf = (id: string) => ({ kind: 'organisation', id });
const tidy = (name: string) => name.replace(/\s+/g, ' ').trim();

/** Adding organisations, changing what is known of them, and their state. */
@Injectable()
export class OrganisationChangesService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly organisations: OrganisationsRepository,
    private readonly standings: StandingService,
  ) {}

  /** Coordinators alone; an organisation that they add is taken in. */
  add(actor: Actor, dto: AddOrganisationDto): Promise<{ id: string }> {
    return this.unit.run(actor, async (tx) => {
      await this.standings.refuseUnlessCoordinator(tx.manager, actor);
      const id = newId();
      await this.insert(tx.manager, { ...dto, id, state: 'active' });
      await tx.events.append(organisationAdded(subjectOf(id), { state: 'active' }));
      return { id };
    });
  }

  /** Writes the row; ORG-11: two organisations never have one name. For rooms that have judged who may. */
  async insert(
    tx: EntityManager,
    dto: AddOrganisationDto & { id: string; state: OrganisationState },
  ): Promise<void> {
    const name = tidy(dto.name);
    if (name === '') failOrganisation('organisation.name-empty');
    await this.organisations.lockNames(tx);
    await this.refuseTaken(tx, name, null);
    await tx.insert(OrganisationEntity, {
      id: dto.id,
      name,
      sortName: sortNameOf(name),
      acronym: dto.acronym?.trim() || null,
      country: dto.country,
      region: dto.region,
      constituency: dto.constituency,
      languages: dto.languages,
      website: dto.website?.trim() || null,
      email: emailOf(dto.email),
      description: (dto.description ?? {}) as never,
      state: dto.state,
      listing: dto.listing ?? 'listed',
      createdAt: new Date(systemClock.now()),
    });
  }

  /** Coordinators everything; its focal points what it says of itself. */
  change(actor: Actor, id: string, dto: ChangeOrganisationDto): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      const { viewer } = await this.open(tx.manager, actor, id);
      const fields = Object.keys(dto).filter((key) => dto[key as keyof typeof dto] !== undefined);
      const isCoordinator = viewer.coalitionRoles.includes('coordinator');
      const isOwn =
        mayNamePeople(viewer, id) && fields.every((field) => ownFields.some((own) => own === field));
      if (!isCoordinator && !isOwn) return failOrganisation('organisation.forbidden');
      const change: Record<string, unknown> = { ...dto };
      if (dto.name !== undefined) {
        const name = tidy(dto.name);
        if (name === '') failOrganisation('organisation.name-empty');
        await this.organisations.lockNames(tx.manager);
        await this.refuseTaken(tx.manager, name, id);
        Object.assign(change, { name, sortName: sortNameOf(name) });
      }
      if (dto.email !== undefined) change['email'] = emailOf(dto.email);
      if (dto.website !== undefined) change['website'] = dto.website?.trim() || null;
      if (dto.acronym !== undefined) change['acronym'] = dto.acronym?.trim() || null;
      if (fields.length === 0) return;
      await tx.manager.update(OrganisationEntity, { id }, change);
      await tx.events.append(organisationChanged(subjectOf(id), { fields }));
    });
  }

  /** ORG-10. Coordinators alone. Who loses access with it is out of every open text within moments. */
  changeState(actor: Actor, id: string, state: OrganisationState, reason: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      await this.standings.refuseUnlessCoordinator(tx.manager, actor);
      const { organisation } = await this.open(tx.manager, actor, id);
      const before = organisation.state;
      if (before === state) return;
      // Applications are decided where their applicant is answered.
      if (before === 'applied' || !nextStates(before).includes(state)) {
        return failOrganisation('organisation.state-impossible', { from: before, to: state });
      }
      if (needsReason(state) && tidy(reason) === '') return failOrganisation('organisation.reason-needed');
      await this.organisations.setState(tx.manager, id, state);
      const told = { state, before, ...(tidy(reason) ? { reason: tidy(reason) } : {}) };
      await tx.events.append(organisationStateChanged(subjectOf(id), told));
    });
  }

  private async open(
    tx: EntityManager,
    actor: Actor,
    id: string,
  ): Promise<{ organisation: OrganisationEntity; viewer: Standing }> {
    const organisation = await this.organisations.findLocked(tx, id);
    const viewer = await this.standings.get(actor.personId, tx);
    if (!organisation || !(await this.organisations.find(tx, viewer, id))) {
      return failOrganisation('organisation.not-found');
    }
    return { organisation, viewer };
  }

  private async refuseTaken(tx: EntityManager, name: string, but: string | null): Promise<void> {
    const taken = await this.organisations.findBySortName(tx, sortNameOf(name));
    if (taken && taken.id !== but) failOrganisation('organisation.name-taken');
  }
}

function emailOf(given: string | null | undefined): string | null {
  const email = normalEmail(given ?? '');
  if (email === '') return null;
  return isEmail(email) ? email : failIdentity('email.invalid');
}
