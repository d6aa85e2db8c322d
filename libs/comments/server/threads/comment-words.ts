import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { oneLine } from '@plenary/ground/kernel';
import { Subjects } from '@plenary/ground/server';
import {
  checkedText,
  failComment,
  mayEnterFor,
  mentionsIn,
  type Mention,
  type ThreadReader,
} from '@plenary/comments/domain';
import type { CommentEntity } from '../entities/comment.entity.js';
import type { EnterForDto } from './comments.dto.js';

export type Entered = Pick<
  CommentEntity,
  'enteredName' | 'enteredOrganisationId' | 'enteredSource' | 'enteredFile'
>;

/** Nobody else's words. */
export const ownWords: Entered = {
  ...{ enteredName: null, enteredOrganisationId: null, enteredSource: null, enteredFile: null },
};

/** Words as they came, and as they are kept. */
@Injectable()
export class CommentWords {
  constructor(private readonly subjects: Subjects) {}

  /** COM-6: the text, and whom it mentions of those whom its author may find. */
  async checked(
    tx: EntityManager,
    { standing: { personId } }: ThreadReader,
    typed: string,
  ): Promise<{ readonly text: string; readonly mentions: readonly Mention[] }> {
    const text = checkedText(typed);
    const mentions = mentionsIn(text);
    const known = await this.subjects.knownTo(personId, mentions, tx);
    return { text, mentions: mentions.filter((mention) => known.has(mention)) };
  }

  /** COM-8 */
  async enteredFor(
    tx: EntityManager,
    reader: ThreadReader,
    given: EnterForDto | undefined,
  ): Promise<Entered> {
    if (!given) return ownWords;
    if (!mayEnterFor(reader)) return failComment('comment.may-not-enter-for');
    const { organisationId = null, source } = given;
    const name = oneLine(given.name);
    if (name === '') return failComment('comment.text-empty');
    if (organisationId !== null) {
      const { personId } = reader.standing;
      const known = await this.subjects.mayRead(personId, 'organisation', [organisationId], tx);
      if (!known.has(organisationId)) return failComment('comment.organisation-unknown');
    }
    return { ...ownWords, enteredName: name, enteredOrganisationId: organisationId, enteredSource: source };
  }
}
