import { Injectable, type OnModuleInit } from '@nestjs/common';
import { uniqueBlockIds } from '@plenary/ground/collab/engine';
import { DocumentKinds } from '@plenary/ground/server/collab';
import { bodyRoot, statementDocumentKind, statementSchema } from '@plenary/statements/domain';
import { StatementAccess } from './statement-access.js';

/** Tells the text engine what statements are: what they may contain, who may do what, how ids are mended. */
@Injectable()
export class StatementDocuments implements OnModuleInit {
  constructor(
    private readonly kinds: DocumentKinds,
    private readonly access: StatementAccess,
  ) {}

  onModuleInit(): void {
    this.kinds.register(statementDocumentKind, {
      schema: statementSchema,
      access: this.access,
      // STM-12: two paragraphs never keep one id, whatever was pasted or split at the same time.
      repair: uniqueBlockIds(bodyRoot, 'id'),
    });
  }
}
