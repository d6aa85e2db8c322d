import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, oneLine, type Actor, sortNameOf } from '@plenary/ground/kernel';
import { UnitOfWork, type Transaction } from '@plenary/ground/server';
import { failIdentity, isEmail, normalEmail } from '@plenary/identity/domain';
import {
  isCoordinator,
  directStates,
  failOrganisation,
  isFoundByAll,
  mayNamePeople,
  mayUndo,
  needsReason,
  organisationAdded,
  organisationChanged,
  type OrganisationState,
  type Standing,
  organisationSubject,
} from '@plenary/organisations/domain';
import { OrganisationEntity } from '../entities/organisation.entity.js';
import type { AddOrganisationDto, ChangeOrganisationDto } from './organisation-changes.dto.js';
import { CoalitionTerms } from './coalition-terms.js';
import { OrganisationNotices } from './organisation-notices.js';
import { organisationRow } from './organisation-row.js';
import { OrganisationStates } from './organisation-states.js';
import { OrganisationsRepository } from './organisations.repository.js';
import { StandingService } from '../standing/standing.service.js';

/** What focal points may say of their own organisation; the rest is the coordinators'. */
const ownFields = ['website', 'email', 'description', 'languages', 'acronym'] as const;

/** An organisation whose state was just changed. */
type Changed = Pick<OrganisationEntity, 'id' | 'name'> & { readonly before: OrganisationState };

/** Adding organisations, changing what is known of them, and their state. */
@Injectable()
export class OrganisationChangesService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly organisations: OrganisationsRepository,
    private readonly standings: StandingService,
    private readonly states: OrganisationStates,
    private readonly notices: OrganisationNotices,
    private readonly terms: CoalitionTerms,
    private readonly clock: Clock,
  ) {}

  /** Coordinators alone; an organisation that they add is accepted. ORG-11: two never have one name. */
  add(actor: Actor, dto: AddOrganisationDto): Promise<{ id: string }> {
    return this.unit.run(actor, async (tx) => {
      await this.standings.refuseUnlessCoordinator(tx.manager, actor);
      const name = oneLine(dto.name);
      if (name === '') return failOrganisation('organisation.name-empty');
      await this.terms.refuseUnknown(tx.manager, dto);
      await this.organisations.lockNames(tx.manager);
      await this.refuseTaken(tx.manager, name, null);
      const row = organisationRow(dto, {
        ...{ state: 'active' as const, email: emailOf(dto.email) },
        createdAt: new Date(this.clock.now()),
      });
      await tx.manager.insert(OrganisationEntity, row);
      const { id } = row;
      await tx.events.append(organisationAdded(organisationSubject(id), { state: 'active' }));
      return { id };
    });
  }

  /** Coordinators everything; its focal points what it says of itself. */
  change(actor: Actor, id: string, dto: ChangeOrganisationDto): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      const { organisation, viewer } = await this.open(tx.manager, actor, id);
      const fields = Object.keys(dto).filter((key) => dto[key as keyof typeof dto] !== undefined);
      const isOwn =
        mayNamePeople(viewer, id) && fields.every((field) => ownFields.some((own) => own === field));
      if (!isCoordinator(viewer) && !isOwn) return failOrganisation('organisation.forbidden');
      const change: Record<string, unknown> = { ...dto };
      if (dto.name !== undefined) {
        const name = oneLine(dto.name);
        if (name === '') failOrganisation('organisation.name-empty');
        await this.organisations.lockNames(tx.manager);
        await this.refuseTaken(tx.manager, name, id);
        Object.assign(change, { name, sortName: sortNameOf(name) });
      }
      if (dto.email !== undefined) change['email'] = emailOf(dto.email);
      if (dto.website !== undefined) change['website'] = dto.website?.trim() || null;
      if (dto.acronym !== undefined) change['acronym'] = dto.acronym?.trim() || null;
      if (fields.length === 0) return;
      await this.terms.refuseUnknown(tx.manager, dto);
      await tx.manager.update(OrganisationEntity, { id }, change);
      const hides = isFoundByAll(organisation) && !isFoundByAll({ ...organisation, ...change });
      const told = { fields, ...(hides ? { hides } : {}) };
      await tx.events.append(organisationChanged(organisationSubject(id), told));
    });
  }

  /** ORG-10. Coordinators alone. Who loses access with it is out of every open text within moments. */
  changeState(actor: Actor, id: string, state: OrganisationState, reason: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      await this.standings.refuseUnlessCoordinator(tx.manager, actor);
      const changed = await this.toState(tx, actor, id, state, reason);
      if (changed) await this.notices.tellState(tx, actor, [changed], state, oneLine(reason));
    });
  }

  /** For several at once: all or none. Answers which it changed, so that it can be undone. */
  changeStates(
    actor: Actor,
    ids: readonly string[],
    state: OrganisationState,
    reason: string,
  ): Promise<{ changed: string[] }> {
    return this.unit.run(actor, async (tx) => {
      await this.standings.refuseUnlessCoordinator(tx.manager, actor);
      const changed: Changed[] = [];
      // In one order whoever asks, so that two acts at once wait for each other.
      for (const id of [...ids].sort()) {
        const one = await this.toState(tx, actor, id, state, reason);
        if (one) changed.push(one);
      }
      await this.notices.tellState(tx, actor, changed, state, oneLine(reason));
      return { changed: changed.map(({ id }) => id) };
    });
  }

  /** ORG-21. All or none, for who made the changes. */
  undo(actor: Actor, ids: readonly string[]): Promise<{ changed: string[] }> {
    return this.unit.run(actor, async (tx) => {
      await this.standings.refuseUnlessCoordinator(tx.manager, actor);
      const sorted = [...ids].sort();
      const rows = new Map<string, OrganisationEntity>();
      for (const id of sorted) rows.set(id, (await this.open(tx.manager, actor, id)).organisation);
      // After the locks: what is on record now is the last change until the end of this one.
      const changes = await this.organisations.lastStateChanges(tx.manager, sorted);
      const at = this.clock.now();
      for (const id of sorted) {
        const last = changes.get(id) ?? null;
        const organisation = rows.get(id)!;
        const { state } = organisation;
        if (!mayUndo(last, { state, personId: actor.personId, at })) {
          return failOrganisation('organisation.undo-impossible');
        }
        await this.states.change(tx, organisation, last!.before, '', { takesBack: last!.eventId });
      }
      for (const state of new Set(sorted.map((id) => changes.get(id)!.before))) {
        const back = sorted.filter((id) => changes.get(id)!.before === state);
        const told = back.map((id) => ({ id, name: rows.get(id)!.name, before: rows.get(id)!.state }));
        await this.notices.tellState(tx, actor, told, state, '');
      }
      return { changed: sorted };
    });
  }

  /** Null for one that is so already. */
  private async toState(
    tx: Transaction,
    actor: Actor,
    id: string,
    state: OrganisationState,
    reason: string,
  ): Promise<Changed | null> {
    const { organisation } = await this.open(tx.manager, actor, id);
    const before = organisation.state;
    if (before === state) return null;
    const isPossible = directStates(before).includes(state);
    // Without an application there is nothing to look at again.
    if (!isPossible || (state === 'applied' && !(await this.organisations.hasApplied(tx.manager, id)))) {
      return failOrganisation('organisation.state-impossible', { from: before, to: state });
    }
    if (needsReason(state) && oneLine(reason) === '') return failOrganisation('organisation.reason-needed');
    await this.states.change(tx, organisation, state, reason);
    return { id, name: organisation.name, before };
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
    const taken = await this.organisations.listNamed(tx, [sortNameOf(name)]);
    if (taken.some(({ id }) => id !== but)) failOrganisation('organisation.name-taken');
  }
}

function emailOf(given: string | null | undefined): string | null {
  const email = normalEmail(given ?? '');
  if (email === '') return null;
  return isEmail(email) ? email : failIdentity('email.invalid');
}
