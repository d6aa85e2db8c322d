import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { Actor } from '@plenary/ground/kernel';
import { EventLogEntity } from '@plenary/ground/server';
import { PeopleService } from '@plenary/identity/server';
import {
  failOrganisation,
  mayNamePeople,
  organisationAdded,
  organisationStateChanged,
  type OrganisationState,
  type StateChangeView,
} from '@plenary/organisations/domain';
import { OrganisationsRepository } from './organisations.repository.js';
import { StandingService } from '../standing/standing.service.js';

/** Changes shown of an organisation; the newest. */
const shown = 100;

interface Told {
  readonly state: OrganisationState;
  readonly before?: OrganisationState;
  readonly reason?: string;
}

/** How an organisation came to the state in which it is, out of the event log (ORG-10). */
@Injectable()
export class OrganisationHistory {
  constructor(
    private readonly database: DataSource,
    private readonly organisations: OrganisationsRepository,
    private readonly standings: StandingService,
    private readonly people: PeopleService,
  ) {}

  /** The newest first. For coordinators and its focal points. */
  async list(actor: Actor, id: string): Promise<StateChangeView[]> {
    const tx = this.database.manager;
    const viewer = await this.standings.get(actor.personId);
    if (!(await this.organisations.find(tx, viewer, id))) return failOrganisation('organisation.not-found');
    if (!mayNamePeople(viewer, id)) return failOrganisation('organisation.forbidden');
    const found = await tx.find(EventLogEntity, {
      where: {
        subjectKind: 'organisation',
        subjectId: id,
        name: In([organisationAdded.name, organisationStateChanged.name]),
      },
      order: { id: 'DESC' },
      take: shown,
    });
    const names = await this.people.namesOf(found.flatMap(({ actorId }) => actorId ?? []));
    return found.map(({ id: number, at, actorId, payload }) => {
      const { state, before, reason } = payload as Told;
      return {
        ...{ id: number, at: at.toISOString(), state },
        ...{ before: before ?? null, reason: reason ?? null },
        by: (actorId && names.get(actorId)?.displayName) ?? null,
      };
    });
  }

  /** Since when and why these organisations are what they are: the last change of each. */
  async lastOf(
    tx: EntityManager,
    ids: readonly string[],
  ): Promise<Map<string, { at: string; reason: string | null }>> {
    if (ids.length === 0) return new Map();
    const rows: { subject_id: string; at: Date; reason: string | null }[] = await tx.query(
      `SELECT DISTINCT ON (subject_id) subject_id, at, payload->>'reason' AS reason FROM event_log
        WHERE subject_kind = 'organisation' AND subject_id = ANY($1) AND name = $2
        ORDER BY subject_id, id DESC`,
      [ids, organisationStateChanged.name],
    );
    return new Map(rows.map(({ subject_id, at, reason }) => [subject_id, { at: at.toISOString(), reason }]));
  }
}
