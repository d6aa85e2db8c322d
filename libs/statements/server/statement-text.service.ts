import { Injectable } from '@nestjs/common';
import type { Actor } from '@plenary/ground/kernel';
import type { Transaction } from '@plenary/ground/server';
import { CollabService } from '@plenary/ground/server/collab';
import {
  documentOf,
  plainTextOf,
  readParagraphs,
  statementFromParagraphs,
  type NewParagraph,
  type Paragraph,
} from '@plenary/statements/domain';
import { ReadersService } from './readers.service.js';

/** Statements' texts, as this room sees them: their first words, and reading them out. */
@Injectable()
export class StatementTextService {
  constructor(
    private readonly collab: CollabService,
    private readonly readers: ReadersService,
  ) {}

  /**
   * The document of a new statement, in the same transaction as the statement. One without words begins with an
   * empty paragraph, so that two people who start at once write into the same one.
   */
  async begin(
    tx: Transaction,
    statementId: string,
    paragraphs: readonly NewParagraph[],
    at: Date,
  ): Promise<void> {
    const first = paragraphs.length > 0 ? paragraphs : [{ text: '' }];
    const write = (clientId: number) => statementFromParagraphs(first, clientId);
    await this.collab.createDocument(tx, documentOf(statementId), write, at);
  }

  /** The whole statement as plain text with paragraph numbers. */
  async get(actor: Actor, id: string): Promise<string> {
    const { statement } = await this.readers.open(actor, id);
    return plainTextOf(statement.title, await this.read(id));
  }

  /** Committed paragraphs; judges no rights. */
  read(statementId: string): Promise<Paragraph[]> {
    return this.collab.read(documentOf(statementId), readParagraphs);
  }
}
