import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@plenary/ground/kernel';
import { Subjects } from '@plenary/ground/server';
import { OrganisationsService } from '@plenary/organisations/server';
import type { OwnedStatement } from '@plenary/statements/domain';

const group = (id: string) => ({ kind: 'group', id });

/** Names of those to whom statements belong. */
@Injectable()
export class StatementOwners {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly subjects: Subjects,
  ) {}

  /** Two queries, however many statements there are; empty for a group that does not exist. */
  async namesOf(
    { personId }: Actor,
    statements: readonly OwnedStatement[],
    tx: EntityManager,
  ): Promise<(statement: OwnedStatement) => string> {
    // The coalition stands beside a statement as no id: there is one.
    const coalition = await this.organisations.getCoalition(tx);
    const groups = statements.flatMap(({ groupId }) => (groupId === null ? [] : [group(groupId)]));
    const known = await this.subjects.knownTo(personId, groups, tx);
    return ({ groupId }) => (groupId === null ? coalition.name : (known.nameOf(group(groupId)) ?? ''));
  }
}
