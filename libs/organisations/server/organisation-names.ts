import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Standing } from '@plenary/organisations/domain';
import { OrganisationsRepository, type OrganisationName } from './organisations.repository.js';

/** Names of organisations for the rooms above, as far as the viewer may find them (ORG-3). */
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

  /** The ids, as text, of all that `viewer` may find: a part of a query, for lists of the rooms above. */
  findable(viewer: Standing): { readonly sql: string; readonly parameters: object } {
    const found = this.organisations
      .findable(this.database.manager, viewer)
      .select('CAST(o.id AS text)', 'id');
    return { sql: found.getQuery(), parameters: found.getParameters() };
  }
}
