import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PeopleAmong } from '@plenary/identity/server';
import type { CoalitionRole } from '@plenary/organisations/domain';
import { CoalitionRoleEntity } from '../entities/coalition-role.entity.js';
import { RepresentativeEntity } from '../entities/representative.entity.js';

/** Queries on coalition roles and on who acts for whom. */
@Injectable()
export class RolesRepository {
  /** Ids of people who have a role in the coalition. */
  peopleWith(tx: EntityManager, role: CoalitionRole): PeopleAmong {
    return tx
      .getRepository(CoalitionRoleEntity)
      .createQueryBuilder('c')
      .select('c.personId')
      .where('c.role = :coalitionRole', { coalitionRole: role });
  }

  /** Ids of people who act for one of these organisations. */
  peopleOf(tx: EntityManager, organisationIds: readonly string[]): PeopleAmong {
    return tx
      .getRepository(RepresentativeEntity)
      .createQueryBuilder('own')
      .select('own.personId')
      .where('own.organisationId = ANY(:ownOrganisations)', { ownOrganisations: [...organisationIds] });
  }

  /** Those among `personIds` who act for one of these organisations. */
  async listActingFor(
    tx: EntityManager,
    organisationIds: readonly string[],
    personIds: readonly string[],
  ): Promise<string[]> {
    if (personIds.length === 0) return [];
    const rows: { person_id: string }[] = await tx.query(
      `SELECT DISTINCT person_id FROM representative
        WHERE organisation_id = ANY($1) AND person_id = ANY($2)`,
      [organisationIds, personIds],
    );
    return rows.map((row) => row.person_id);
  }

  /**
   * Each acts in this role from now on. Who acted before keeps since when, and the choice for whom they speak: another
   * role never changes that silently (ORG-2).
   */
  async nameRepresentatives(
    tx: EntityManager,
    named: readonly Pick<RepresentativeEntity, 'personId' | 'organisationId' | 'role'>[],
    at: Date,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO representative (person_id, organisation_id, role, created_at, role_since)
       SELECT person_id, organisation_id, role, $4, $4
         FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS named (person_id, organisation_id, role)
       ON CONFLICT (person_id, organisation_id)
       DO UPDATE SET role = excluded.role, role_since = excluded.role_since`,
      [
        named.map(({ personId }) => personId),
        named.map(({ organisationId }) => organisationId),
        named.map(({ role }) => role),
        at,
      ],
    );
  }

  /** Rows as they are to stand, whatever stood there. */
  async saveRepresentatives(tx: EntityManager, rows: readonly RepresentativeEntity[]): Promise<void> {
    await tx.upsert(RepresentativeEntity, [...rows], ['personId', 'organisationId']);
  }

  /** True when the person acted for the organisation. */
  async deleteRepresentative(tx: EntityManager, organisationId: string, personId: string): Promise<boolean> {
    const gone = await tx.delete(RepresentativeEntity, { organisationId, personId });
    return (gone.affected ?? 0) > 0;
  }

  /** True when the person did not have the role before. */
  async insertRole(tx: EntityManager, role: CoalitionRoleEntity): Promise<boolean> {
    const done = await tx
      .createQueryBuilder()
      .insert()
      .into(CoalitionRoleEntity)
      .values(role)
      .orIgnore()
      .returning('person_id')
      .execute();
    return (done.raw as unknown[]).length > 0;
  }

  countRole(tx: EntityManager, role: CoalitionRole): Promise<number> {
    return tx.countBy(CoalitionRoleEntity, { role });
  }

  /** True when the person had the role. */
  async deleteRole(tx: EntityManager, personId: string, role: CoalitionRole): Promise<boolean> {
    const gone = await tx.delete(CoalitionRoleEntity, { personId, role });
    return (gone.affected ?? 0) > 0;
  }
}
