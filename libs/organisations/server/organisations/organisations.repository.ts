import { sortNameOf } from '@plenary/ground/kernel';
import { Injectable } from '@nestjs/common';
import { In, Not, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { EventLogEntity, totalOf } from '@plenary/ground/server';
import type { PeopleAmong } from '@plenary/identity/server';
import {
  isCoordinator,
  type Constituency,
  type OrganisationState,
  type Region,
  type RepresentativeRole,
  type Standing,
  type StateChange,
  organisationAdded,
  organisationStateChanged,
} from '@plenary/organisations/domain';
import { CoalitionEntity } from '../entities/coalition.entity.js';
import { OrganisationEntity } from '../entities/organisation.entity.js';
import { RepresentativeEntity } from '../entities/representative.entity.js';

export interface OrganisationFilter {
  readonly query: string | null;
  readonly region: Region | null;
  readonly constituency: Constituency | null;
  /** A BCP 47 tag that it works in. */
  readonly language: string | null;
  readonly state: OrganisationState | null;
  readonly after: { readonly sortName: string; readonly id: string } | null;
  readonly limit: number;
}

export interface OrganisationName {
  readonly id: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly region: Region | null;
  readonly constituency: Constituency | null;
}

/** People through the organisations for which they act; one of them has to be all of it. */
export interface ActingFilter {
  readonly organisationId: string | null;
  readonly role: RepresentativeRole | null;
  readonly region: Region | null;
  readonly constituency: Constituency | null;
}

export interface RecordedStateChange extends StateChange {
  readonly eventId: string;
}

/** Queries on the coalition and its organisations. */
@Injectable()
export class OrganisationsRepository {
  /** Locked, it stays as it is until the transaction ends. */
  findCoalition(
    tx: EntityManager,
    lock?: 'pessimistic_read' | 'pessimistic_write',
  ): Promise<CoalitionEntity | null> {
    const found = tx.getRepository(CoalitionEntity).createQueryBuilder('c').orderBy('c.createdAt');
    return (lock ? found.setLock(lock) : found).getOne();
  }

  /** Organisations that `viewer` may find (ORG-3), by name; asks for one line more than `limit`. */
  list(tx: EntityManager, viewer: Standing, filter: OrganisationFilter): Promise<OrganisationEntity[]> {
    const found = this.matching(tx, viewer, filter)
      .orderBy('o.sortName')
      .addOrderBy('o.id')
      .limit(filter.limit + 1);
    if (filter.after) found.andWhere('(o.sortName, o.id) > (:sortName, :id)', { ...filter.after });
    return found.getMany();
  }

  /** How many `list` has on all its pages. */
  count(tx: EntityManager, viewer: Standing, filter: OrganisationFilter): Promise<number> {
    return totalOf(this.matching(tx, viewer, filter));
  }

  private matching(
    tx: EntityManager,
    viewer: Standing,
    filter: OrganisationFilter,
  ): SelectQueryBuilder<OrganisationEntity> {
    const found = this.findable(tx, viewer);
    if (filter.query) {
      found.andWhere(`(o.sortName LIKE :pattern OR lower(o.acronym) LIKE :pattern)`, {
        pattern: `%${sortNameOf(filter.query).replace(/[\\%_]/g, '\\$&')}%`,
      });
    }
    if (filter.region) found.andWhere('o.region = :region', { region: filter.region });
    if (filter.constituency)
      found.andWhere('o.constituency = :constituency', { constituency: filter.constituency });
    if (filter.language) found.andWhere(':language = ANY(o.languages)', { language: filter.language });
    if (filter.state) found.andWhere('o.state = :state', { state: filter.state });
    // Who applies has a queue of their own; who was refused is not of the coalition; who was merged is another.
    else found.andWhere(`o.state NOT IN ('applied', 'refused', 'merged')`);
    return found;
  }

  find(tx: EntityManager, viewer: Standing, id: string): Promise<OrganisationEntity | null> {
    return this.findable(tx, viewer).andWhere('o.id = :id', { id }).getOne();
  }

  /** Names of those among `ids` that `viewer` may find. */
  names(tx: EntityManager, viewer: Standing, ids: readonly string[]): Promise<OrganisationName[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.findable(tx, viewer)
      .andWhere('o.id = ANY(:ids)', { ids })
      .select(['o.id', 'o.name', 'o.acronym', 'o.region', 'o.constituency'])
      .getMany();
  }

  /**
   * Ids of people who act for an organisation like this. ORG-3: through those alone that `viewer` may find, or a filter
   * would tell who is in an unlisted one. ORG-1: through active ones; one that is named keeps its record.
   */
  peopleActing(tx: EntityManager, viewer: Standing, filter: ActingFilter): PeopleAmong {
    const acting = tx
      .getRepository(RepresentativeEntity)
      .createQueryBuilder('r')
      .select('r.personId')
      .innerJoin(OrganisationEntity, 'o', 'o.id = r.organisationId');
    this.onlyFindable(acting, viewer);
    if (filter.organisationId) acting.andWhere('o.id = :organisationId', { ...filter });
    else acting.andWhere(`o.state = 'active'`);
    if (filter.role) acting.andWhere('r.role = :actsAs', { actsAs: filter.role });
    if (filter.region) acting.andWhere('o.region = :region', { region: filter.region });
    if (filter.constituency)
      acting.andWhere('o.constituency = :constituency', { constituency: filter.constituency });
    return acting;
  }

  /** For changes: the row, locked, whoever asks. */
  findLocked(tx: EntityManager, id: string): Promise<OrganisationEntity | null> {
    return tx.findOne(OrganisationEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Until the end of the transaction nobody else gives an organisation a name. */
  async lockNames(tx: EntityManager): Promise<void> {
    await tx.query(
      `SELECT pg_advisory_xact_lock(hashtext('organisation names'), hashtext(current_schema()))`,
    );
  }

  /**
   * ORG-11: who of the coalition has one of these names, whoever asks. Who only applies, or was not accepted, has none
   * that others may not have: a stranger's form must not catch what coordinators mean.
   */
  listNamed(tx: EntityManager, sortNames: readonly string[]): Promise<OrganisationEntity[]> {
    const state = Not(In(['applied', 'refused']));
    return tx.findBy(OrganisationEntity, { sortName: In([...sortNames]), state });
  }

  /** The last change of each one's state as it is on record; those that never changed are left out. */
  async lastStateChanges(
    tx: EntityManager,
    ids: readonly string[],
  ): Promise<Map<string, RecordedStateChange>> {
    const name = organisationStateChanged.name;
    const rows = await tx
      .getRepository(EventLogEntity)
      .createQueryBuilder('e')
      .distinctOn(['e.subjectId'])
      .where(`e.subjectKind = 'organisation' AND e.subjectId = ANY(:ids) AND e.name = :name`, { ids, name })
      .orderBy('e.subjectId')
      .addOrderBy('e.id', 'DESC')
      .getMany();
    return new Map(
      rows.map(({ id, subjectId, payload, actorId, at }) => [
        subjectId,
        { ...(payload as StateChange), by: actorId, at: at.getTime(), eventId: id },
      ]),
    );
  }

  /** Whether it came as one that applies. */
  hasApplied(tx: EntityManager, id: string): Promise<boolean> {
    return tx
      .getRepository(EventLogEntity)
      .createQueryBuilder('e')
      .where(`e.subjectKind = 'organisation' AND e.subjectId = :id`, { id })
      .andWhere(`e.name = :name AND e.payload->>'state' = 'applied'`, { name: organisationAdded.name })
      .getExists();
  }

  async countPeople(tx: EntityManager, ids: readonly string[]): Promise<Map<string, number>> {
    if (ids.length === 0) return new Map();
    const rows = await tx
      .getRepository(RepresentativeEntity)
      .createQueryBuilder('r')
      .select('r.organisationId', 'id')
      .addSelect('count(*)::int', 'people')
      .where('r.organisationId = ANY(:ids)', { ids })
      .groupBy('r.organisationId')
      .getRawMany<{ id: string; people: number }>();
    return new Map(rows.map((row) => [row.id, row.people]));
  }

  listPeople(tx: EntityManager, organisationId: string, limit: number): Promise<RepresentativeEntity[]> {
    const order: Record<RepresentativeRole, number> = { focal_point: 0, representative: 1, member: 2 };
    const rank = Object.entries(order).map(([role, place]) => `WHEN '${role}' THEN ${place}`);
    return tx
      .getRepository(RepresentativeEntity)
      .createQueryBuilder('r')
      .where('r.organisationId = :organisationId', { organisationId })
      .orderBy(`CASE r.role ${rank.join(' ')} END`)
      .addOrderBy('r.createdAt')
      .addOrderBy('r.personId')
      .limit(limit)
      .getMany();
  }

  /** Those that `viewer` may find (ORG-3), as `o`. */
  findable(tx: EntityManager, viewer: Standing): SelectQueryBuilder<OrganisationEntity> {
    return this.onlyFindable(
      tx.getRepository(OrganisationEntity).createQueryBuilder('o').where('true'),
      viewer,
    );
  }

  /** ORG-3, for every query that reads organisations as `o`. */
  private onlyFindable<Row extends ObjectLiteral>(
    found: SelectQueryBuilder<Row>,
    viewer: Standing,
  ): SelectQueryBuilder<Row> {
    if (isCoordinator(viewer)) return found;
    return found.andWhere(
      `(o.listing = 'listed' AND o.state NOT IN ('applied', 'refused') OR o.id = ANY(:own))`,
      { own: viewer.organisationIds },
    );
  }
}
