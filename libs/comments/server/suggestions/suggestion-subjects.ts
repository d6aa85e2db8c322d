import { Injectable, type OnModuleInit } from '@nestjs/common';
import { maySeeSuggestion } from '@plenary/comments/domain';
import { StatementSayings } from '../statement-sayings.js';
import { guarded } from './suggestion-door.js';
import { SuggestionsRepository } from './suggestions.repository.js';

/** SUG-1 for whoever meets a suggestion as `{ kind, id }`. */
@Injectable()
export class SuggestionSubjects implements OnModuleInit {
  constructor(
    private readonly sayings: StatementSayings,
    private readonly suggestions: SuggestionsRepository,
  ) {}

  onModuleInit(): void {
    this.sayings.register({
      kind: 'suggestion',
      find: (tx, id) => this.suggestions.find(tx, id),
      findMany: (tx, ids) => this.suggestions.findMany(tx, ids),
      maySee: (reader, suggestion) => maySeeSuggestion(reader, guarded(suggestion)),
      link: (id) => `/suggestions/${id}`,
    });
  }
}
