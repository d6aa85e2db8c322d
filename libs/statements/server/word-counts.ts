import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Projections } from '@plenary/ground/server/collab';
import { readParagraphs, statementDocumentKind, statementOf, wordCountOf } from '@plenary/statements/domain';
import { StatementsRepository } from './statements.repository.js';

/** STM-14: keeps word count and time of change beside each statement, derived from its text after commits. */
@Injectable()
export class WordCounts implements OnModuleInit {
  constructor(
    private readonly projections: Projections,
    private readonly statements: StatementsRepository,
  ) {}

  onModuleInit(): void {
    this.projections.register({
      name: 'statement.word-count',
      kind: statementDocumentKind,
      derive: (text) => wordCountOf(readParagraphs(text)),
      keep: (tx, { document, at }, count) =>
        this.statements.setWordCount(tx, statementOf(document)!, count, at),
    });
  }
}
