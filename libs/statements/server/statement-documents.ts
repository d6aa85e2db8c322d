import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DocumentKinds } from '@plenary/ground/server/collab';
import { statementDocumentKind, statementRules } from '@plenary/statements/domain';
import { StatementAccess } from './statement-access.js';

/** Tells the text engine what statements are: what they may consist of, and who may do what. */
@Injectable()
export class StatementDocuments implements OnModuleInit {
  constructor(
    private readonly kinds: DocumentKinds,
    private readonly access: StatementAccess,
  ) {}

  onModuleInit(): void {
    this.kinds.register(statementDocumentKind, { rules: statementRules, access: this.access });
  }
}
