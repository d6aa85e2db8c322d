import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Subjects, type SubjectKind } from '@plenary/ground/server';
import { StandingService } from '@plenary/organisations/server';
import { statementSubject } from '@plenary/statements/domain';
import { StatementsDoor } from '@plenary/statements/server';
import { maySeeSuggestion } from '@plenary/comments/domain';
import type { SuggestionEntity } from '../entities/suggestion.entity.js';
import { guarded } from './suggestion-door.js';
import { SuggestionsRepository } from './suggestions.repository.js';

/** Suggestions, for whoever meets them as `{ kind, id }`: news and the record reach who may see them now (SUG-1). */
@Injectable()
export class SuggestionSubjects implements OnModuleInit {
  constructor(
    private readonly subjects: Subjects,
    private readonly suggestions: SuggestionsRepository,
    private readonly statements: StatementsDoor,
    private readonly standings: StandingService,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this.suggestion);
  }

  private readonly suggestion: SubjectKind = {
    kind: 'suggestion',
    /** Called by the title of its statement: its own words are nobody's headline. */
    read: async (personId, ids, tx) => {
      const found = await this.readable(personId, ids, tx);
      const statements = found.map(({ statementId }) => statementSubject(statementId));
      const names = await this.subjects.knownTo(personId, statements, tx);
      return new Map(found.map(({ id, statementId }) => [id, names.nameOf(statementSubject(statementId))]));
    },
    readersOf: async (id, personIds, tx) => {
      const suggestion = await this.suggestions.find(tx, id);
      if (!suggestion) return new Set();
      const rights = await this.statements.rightsOn(tx, suggestion.statementId, personIds);
      const standings = await this.standings.of(personIds, tx);
      const at = guarded(suggestion);
      const isReader = (personId: string) =>
        maySeeSuggestion({ standing: standings.get(personId)!.standing, right: rights.get(personId)! }, at);
      return new Set(personIds.filter(isReader));
    },
    may: async (personId, permissions, ids, tx) => {
      const found = await this.readable(personId, ids, tx);
      const statementIds = found.map(({ statementId }) => statementId);
      const may = await this.subjects.may(personId, permissions, 'statement', statementIds, tx);
      return new Set(found.filter(({ statementId }) => may.has(statementId)).map(({ id }) => id));
    },
    link: (id) => `/suggestions/${id}`,
  };

  private async readable(
    personId: string,
    ids: readonly string[],
    tx: EntityManager,
  ): Promise<SuggestionEntity[]> {
    const found = await this.suggestions.findMany(tx, ids);
    const statementIds = [...new Set(found.map(({ statementId }) => statementId))];
    const rights = await this.statements.rightsOf(tx, personId, statementIds);
    const standing = await this.standings.get(personId, tx);
    return found.filter((each) =>
      maySeeSuggestion({ standing, right: rights.get(each.statementId)! }, guarded(each)),
    );
  }
}
