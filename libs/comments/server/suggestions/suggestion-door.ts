import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '@plenary/ground/kernel';
import type { Transaction } from '@plenary/ground/server';
import { StandingService } from '@plenary/organisations/server';
import { StatementsDoor, type OpenedStatement } from '@plenary/statements/server';
import {
  failSuggestion,
  maySeeSuggestion,
  type GuardedSuggestion,
  type ThreadReader,
} from '@plenary/comments/domain';
import type { SuggestionEntity } from '../entities/suggestion.entity.js';
import { SuggestionsRepository } from './suggestions.repository.js';

export interface OpenSuggestion {
  readonly reader: ThreadReader;
  readonly suggestion: SuggestionEntity;
}

export const guarded = ({ authorId, state, writing }: SuggestionEntity): GuardedSuggestion => ({
  ...{ authorId, state, isWritten: writing === null },
});

/** The one place where suggestions are opened for somebody, by what they may do now. */
@Injectable()
export class SuggestionDoor {
  constructor(
    private readonly database: DataSource,
    private readonly statements: StatementsDoor,
    private readonly standings: StandingService,
    private readonly suggestions: SuggestionsRepository,
  ) {}

  async open(actor: Actor, id: string): Promise<OpenSuggestion> {
    const tx = this.database.manager;
    const suggestion = (await this.suggestions.find(tx, id)) ?? failSuggestion('suggestion.not-found');
    const statement = await this.statements.find(tx, actor, suggestion.statementId);
    return this.judged(tx, actor, suggestion, statement);
  }

  /** For writing: with the statement's row locked, so that what is done to its suggestions follows one another. */
  async openLocked({ manager, ...tx }: Transaction, actor: Actor, id: string): Promise<OpenSuggestion> {
    const known = (await this.suggestions.find(manager, id)) ?? failSuggestion('suggestion.not-found');
    const statement = await this.statements.findLocked({ manager, ...tx }, actor, known.statementId);
    // As it is now that nobody else writes.
    const suggestion = (await this.suggestions.find(manager, id))!;
    return this.judged(manager, actor, suggestion, statement);
  }

  async readerOf(tx: EntityManager, { personId }: Actor, { right }: OpenedStatement): Promise<ThreadReader> {
    return { standing: await this.standings.get(personId, tx), right };
  }

  private async judged(
    tx: EntityManager,
    actor: Actor,
    suggestion: SuggestionEntity,
    statement: OpenedStatement | null,
  ): Promise<OpenSuggestion> {
    if (!statement) return failSuggestion('suggestion.not-found');
    const reader = await this.readerOf(tx, actor, statement);
    return maySeeSuggestion(reader, guarded(suggestion))
      ? { reader, suggestion }
      : failSuggestion('suggestion.not-found');
  }
}
