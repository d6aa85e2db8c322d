import type { DataSource } from 'typeorm';
import { newId } from '@plenary/ground/kernel';
import type { SuggestionState, ThreadAudience } from '@plenary/comments/domain';
import { CommentEntity, CommentThreadEntity, SuggestionEntity } from '@plenary/comments/server';

export interface GivenThread {
  /** Who began it; somebody who is nowhere else when absent. */
  readonly by?: string;
  readonly audience?: ThreadAudience;
  readonly organisationId?: string | null;
  /** Of the first comment. */
  readonly text?: string;
  readonly at?: Date;
}

export interface GivenSuggestion {
  /** Whose it is; somebody who is nowhere else when absent. */
  readonly by?: string;
  readonly state?: SuggestionState;
  readonly layer?: Buffer | null;
  readonly organisationId?: string | null;
}

/** Builders of threads and suggestions for tests: rows as the services leave them, without news. */
export function givenThreads(database: DataSource) {
  const comment = async (
    threadId: string,
    { by = newId(), text = 'A word', organisationId = null, at = new Date() }: GivenThread = {},
  ): Promise<string> => {
    const id = newId();
    await database.manager.insert(CommentEntity, {
      ...{ id, threadId, authorId: by, organisationId, text, language: 'en', mentions: [], createdAt: at },
      ...{ enteredName: null, enteredOrganisationId: null, enteredSource: null, enteredFile: null },
      ...{ editedAt: null, deletedAt: null, deletedBy: null },
    });
    return id;
  };
  return {
    comment,
    /** Without words, unless a layer is given. */
    async suggestion(
      statementId: string,
      { by = newId(), state = 'open', layer = null, organisationId = null }: GivenSuggestion = {},
    ): Promise<string> {
      const id = newId();
      const at = new Date();
      await database.manager.insert(SuggestionEntity, {
        ...{
          id,
          statementId,
          authorId: by,
          organisationId,
          state,
          clientId: '7',
          layer,
          sent: layer,
          wording: 1,
        },
        ...{ reason: '', language: 'en', createdAt: at, changedAt: at },
      });
      return id;
    },
    /** On the statement as a whole, with its first comment. */
    async thread(
      statementId: string,
      wanted: GivenThread = {},
    ): Promise<{ readonly id: string; readonly commentId: string }> {
      const { by = newId(), audience = 'readers', organisationId = null, at = new Date() } = wanted;
      const id = newId();
      await database.manager.insert(CommentThreadEntity, {
        ...{ id, statementId, placeKind: 'statement' as const, paragraphId: null, suggestionId: null },
        ...{ quote: '', before: '', after: '', audience, organisationId, begunBy: by },
        ...{ outcome: null, outcomeNote: '', resolvedBy: null, resolvedFor: null, resolvedAt: null },
        ...{ createdAt: at, changedAt: at },
      });
      return { id, commentId: await comment(id, { ...wanted, by }) };
    },
  };
}
