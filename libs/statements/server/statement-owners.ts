import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { GroupNames } from '@plenary/groups/server';
import { OrganisationsService } from '@plenary/organisations/server';
import type { OwnedStatement } from '@plenary/statements/domain';

/** Names of those to whom statements belong. */
@Injectable()
export class StatementOwners {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly groups: GroupNames,
  ) {}

  /** Two queries, however many statements there are. */
  async namesOf(
    statements: readonly OwnedStatement[],
    tx: EntityManager,
  ): Promise<(statement: OwnedStatement) => string> {
    const coalition = await this.organisations.getCoalition(tx);
    const groups = await this.groups.of(
      statements.flatMap((each) => each.groupId ?? []),
      tx,
    );
    return (statement) =>
      statement.groupId === null ? coalition.name : (groups.get(statement.groupId) ?? '');
  }
}
