import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { GroupsRepository } from './groups.repository.js';

/** Names of groups. Rooms above ask `Subjects`. */
@Injectable()
export class GroupNames {
  constructor(
    private readonly database: DataSource,
    private readonly groups: GroupsRepository,
  ) {}

  /** One entry for each group that exists. */
  of(ids: readonly string[], tx: EntityManager = this.database.manager): Promise<Map<string, string>> {
    return this.groups.names(tx, [...new Set(ids)]);
  }
}
