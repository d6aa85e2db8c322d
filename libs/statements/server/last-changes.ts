import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CollabService, type LastWriting } from '@plenary/ground/server/collab';
import { PeopleService } from '@plenary/identity/server';
import { documentOf, type LastChangeView } from '@plenary/statements/domain';
import type { StatementEntity } from './entities/statement.entity.js';
import { StatementsRepository } from './statements.repository.js';

interface Change {
  readonly kind: LastChangeView['kind'];
  readonly personId: string | null;
  readonly at: Date;
}

/** Who changed which statement last, and how (STM-20). Three queries, however many statements there are. */
@Injectable()
export class LastChanges {
  constructor(
    private readonly collab: CollabService,
    private readonly statements: StatementsRepository,
    private readonly people: PeopleService,
  ) {}

  async of(
    tx: EntityManager,
    statements: readonly StatementEntity[],
  ): Promise<(statement: StatementEntity) => LastChangeView> {
    const ids = statements.map(({ id }) => id);
    const writings = await this.collab.lastWritings(tx, ids.map(documentOf));
    const renamings = await this.statements.lastRenamings(tx, ids);
    const last = new Map(
      statements.map((statement) => [
        statement.id,
        latest(statement, writings.get(documentOf(statement.id)), renamings.get(statement.id)),
      ]),
    );
    const people = [...last.values()].flatMap(({ personId }) => personId ?? []);
    const names = await this.people.namesOf(people, tx);
    return ({ id }) => {
      const { kind, personId, at } = last.get(id)!;
      const name = personId === null ? undefined : names.get(personId)?.displayName;
      return {
        ...{ kind, at: at.toISOString() },
        by: personId === null || name === undefined ? null : { personId, name },
      };
    };
  }
}

function latest(
  { createdBy, createdAt }: StatementEntity,
  writing: LastWriting | undefined,
  renaming: Omit<Change, 'kind'> | undefined,
): Change {
  const begun: Change = { kind: 'begun', personId: createdBy, at: createdAt };
  const changes: Change[] = [begun];
  // The first row of a text is what it was begun with.
  if (writing && writing.seq > 1) changes.push({ kind: 'written', ...writing });
  if (renaming) changes.push({ kind: 'renamed', ...renaming });
  return changes.reduce((one, other) => (other.at >= one.at ? other : one));
}
