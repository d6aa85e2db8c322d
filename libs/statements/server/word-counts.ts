import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PassingNews } from '@plenary/ground/realtime';
import { Projections } from '@plenary/ground/server/collab';
import {
  readParagraphs,
  statementCounted,
  statementDocumentKind,
  statementOf,
  statementSubject,
  wordCountOf,
} from '@plenary/statements/domain';
import { StatementsRepository } from './statements.repository.js';

/** STM-14: keeps word count and time of change beside each statement, derived from its text after commits, for lists. */
@Injectable()
export class WordCounts implements OnModuleInit {
  constructor(
    private readonly projections: Projections,
    private readonly statements: StatementsRepository,
    private readonly news: PassingNews,
  ) {}

  onModuleInit(): void {
    this.projections.register({
      name: 'statement.word-count',
      kind: statementDocumentKind,
      derive: (text) => wordCountOf(readParagraphs(text)),
      // The first row is what the statement was begun with: it says nothing that is later than its beginning.
      keep: (tx, { document, seq, at }, count) =>
        this.statements.setWordCount(tx, statementOf(document)!, count, seq > 1 ? at : new Date(0)),
      afterKept: (document) =>
        void this.news.tell(statementCounted(statementSubject(statementOf(document)!), {})),
    });
  }
}
