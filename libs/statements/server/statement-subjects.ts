import { Injectable, type OnModuleInit } from '@nestjs/common';
import { covers, type Right } from '@plenary/ground/kernel';
import { Subjects, type SubjectKind } from '@plenary/ground/server';
import { rightOf, statementPermissions, textRightOf } from '@plenary/statements/domain';
import { ReadersService } from './readers.service.js';
import { grantOf } from './statements.presenter.js';
import { StatementsRepository } from './statements.repository.js';

/** Statements, for whoever meets them as `{ kind, id }`: STM-6 in lists and records of any room. */
@Injectable()
export class StatementSubjects implements OnModuleInit {
  constructor(
    private readonly subjects: Subjects,
    private readonly statements: StatementsRepository,
    private readonly readers: ReadersService,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this.statement);
  }

  private readonly statement: SubjectKind = {
    kind: 'statement',
    read: async (personId, ids, tx) => {
      const found = await this.statements.listReadable(tx, await this.readers.get(personId, tx), ids);
      return new Map(found.map(({ id, title }) => [id, title]));
    },
    readersOf: async (id, personIds, tx) => {
      const rights = await this.readers.rightsOn(tx, id, personIds);
      return new Set(personIds.filter((personId) => covers(rights.get(personId)!, 'read')));
    },
    may: async (personId, permissions, ids, tx) => {
      const reader = await this.readers.get(personId, tx);
      const found = await this.statements.listReadable(tx, reader, ids);
      const grants = await this.statements.listGrants(
        tx,
        found.map(({ id }) => id),
      );
      const may = found.filter((statement) => {
        const own = grants.filter(({ statementId }) => statementId === statement.id).map(grantOf);
        const held = rightOf(reader, statement, own);
        const { ownerKind, historyRight } = statement;
        const wanted = permissions.map((permission) =>
          permission === statementPermissions.history[ownerKind]
            ? historyRight
            : textRightOf(permission, ownerKind),
        );
        return wanted.some((right: Right | null) => right !== null && covers(held, right));
      });
      return new Set(may.map(({ id }) => id));
    },
    link: (id) => `/statements/${id}`,
  };
}
