import { Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import type {
  Constituency,
  OrganisationState,
  Region,
  RepresentativeRole,
  Standing,
} from '@plenary/organisations/domain';
import { sortNameOf } from '@plenary/organisations/domain';
import { CoalitionEntity } from './entities/coalition.entity.js';
import { OrganisationEntity } from './entities/organisation.entity.js';
import { RepresentativeEntity } from './entities/representative.entity.js';

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
}

/** Queries on the coalition and its organisations. */
@Injectable()
export class OrganisationsRepository {
  findCoalition(tx: EntityManager): Promise<CoalitionEntity | null> {
    return tx.getRepository(CoalitionEntity).createQueryBuilder('c').orderBy('c.createdAt').getOne();
  }

  /** Organisations that `viewer` may find (ORG-3), by name; asks for one line more than `limit`. */
  list(tx: EntityManager, viewer: Standing, filter: OrganisationFilter): Promise<OrganisationEntity[]> {
    const found = this.findable(tx, viewer)
      .orderBy('o.sortName')
      .addOrderBy('o.id')
      .limit(filter.limit + 1);
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
    if (filter.after) found.andWhere('(o.sortName, o.id) > (:sortName, :id)', { ...filter.after });
    return found.getMany();
  }

  find(tx: EntityManager, viewer: Standing, id: string): Promise<OrganisationEntity | null> {
    return this.findable(tx, viewer).andWhere('o.id = :id', { id }).getOne();
  }

  /** Names of those among `ids` that `viewer` may find. */
  names(tx: EntityManager, viewer: Standing, ids: readonly string[]): Promise<OrganisationName[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.findable(tx, viewer)
      .andWhere('o.id = ANY(:ids)', { ids })
      .select(['o.id', 'o.name', 'o.acronym'])
      .getMany();
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
   * ORG-11: who of the coalition has one of these names, whoever asks. Who only applies, or was not taken in, has none
   * that others may not have: a stranger's form must not catch what coordinators mean.
   */
  listNamed(tx: EntityManager, sortNames: readonly string[]): Promise<OrganisationEntity[]> {
    const state = Not(In(['applied', 'refused']));
    return tx.findBy(OrganisationEntity, { sortName: In([...sortNames]), state });
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

  private findable(tx: EntityManager, viewer: Standing) {
    const found = tx.getRepository(OrganisationEntity).createQueryBuilder('o').where('true');
    if (viewer.coalitionRoles.includes('coordinator')) return found;
    return found.andWhere(
      `(o.listing = 'listed' AND o.state NOT IN ('applied', 'refused') OR o.id = ANY(:own))`,
      { own: viewer.organisationIds },
    );
  }
}
