import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Standing } from '@plenary/organisations/domain';
import { OrganisationsRepository, type OrganisationName } from './organisations.repository.js';

/** Names of organisations, as far as the viewer may find them (ORG-3). Rooms above ask `Subjects`. */
@Injectable()
export class OrganisationNames {
  constructor(
    private readonly database: DataSource,
    private readonly organisations: OrganisationsRepository,
  ) {}

  /** One entry for each organisation among `ids` that `viewer` may find. */
  async of(
    viewer: Standing,
    ids: readonly string[],
    tx: EntityManager = this.database.manager,
  ): Promise<Map<string, OrganisationName>> {
    const names = await this.organisations.names(tx, viewer, [...new Set(ids)]);
    return new Map(names.map((name) => [name.id, name]));
  }

  /** ORG-18: those that were merged, and which one each is now, after merges of that one, too. */
  async movedTo(ids: readonly string[], tx: EntityManager): Promise<Map<string, string>> {
    const rows: { id: string; merged_into: string }[] = await tx.query(
      'SELECT id, merged_into FROM organisation WHERE id = ANY($1) AND merged_into IS NOT NULL',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.merged_into]));
  }

  /** The ids, as text, of all that `viewer` may find: a part of a query, for lists of the rooms above. */
  findable(viewer: Standing): { readonly sql: string; readonly parameters: object } {
    const found = this.organisations
      .findable(this.database.manager, viewer)
      .select('CAST(o.id AS text)', 'id');
    return { sql: found.getQuery(), parameters: found.getParameters() };
  }
}
