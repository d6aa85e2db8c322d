import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Deed, Reworded } from '@plenary/ground/text';
import type { OtherWordsView, SuggestionState } from '@plenary/comments/domain';

export interface RewordedSuggestion extends Reworded {
  readonly words: readonly OtherWordsView[];
  /** What is written behind the layer in the name of who accepted, in base64. */
  readonly set: string;
}

@Entity('suggestion')
@Index('ix_suggestion_statement', ['statementId', 'state', 'createdAt', 'id'])
@Check('ck_suggestion_state', `"state" IN ('draft', 'open', 'accepted', 'rejected', 'withdrawn')`)
export class SuggestionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_suggestion' })
  id!: string;

  @Column('uuid', { name: 'statement_id' })
  statementId!: string;

  @Column('uuid', { name: 'author_id' })
  @Index('ix_suggestion_author')
  authorId!: string;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  @Index('ix_suggestion_organisation')
  organisationId!: string | null;

  /** Whose it is, where the author brought it for somebody else, in a file of this name. */
  @Column('text', { name: 'entered_name', nullable: true })
  enteredName!: string | null;

  @Column('uuid', { name: 'entered_organisation_id', nullable: true })
  enteredOrganisationId!: string | null;

  @Column('text', { name: 'entered_file', nullable: true })
  enteredFile!: string | null;

  @Column('text')
  state!: SuggestionState;

  /** The client id of its layer; another one after it was taken back out of the text. */
  @Column('bigint', { name: 'client_id' })
  clientId!: string;

  /** The layer as a Yjs update; null as long as nothing was written. */
  @Column('bytea', { nullable: true })
  layer!: Buffer | null;

  /** What others see of it; `layer` may be further on, until its author sends it again. */
  @Column('bytea', { nullable: true })
  sent!: Buffer | null;

  @Column('int', { default: 0 })
  wording!: number;

  @Column('text', { default: '' })
  reason!: string;

  @Column('text')
  language!: string;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  /** For which they spoke. */
  @Column('uuid', { name: 'decided_for', nullable: true })
  decidedFor!: string | null;

  @Column({ type: 'timestamptz', name: 'decided_at', precision: 3, nullable: true })
  decidedAt!: Date | null;

  /** Why it was rejected. */
  @Column('text', { name: 'decision_reason', default: '' })
  decisionReason!: string;

  /** What accepting it did to the text, so that it can be taken back. */
  @Column('jsonb', { nullable: true })
  deed!: Deed | null;

  /** Of one that was accepted with other words: which, and what brings back those that were suggested. */
  @Column('jsonb', { nullable: true })
  reworded!: RewordedSuggestion | null;

  /** An update that is on its way into the text, in the name of `writingBy`; null when it is there. */
  @Column('bytea', { nullable: true })
  writing!: Buffer | null;

  @Column('uuid', { name: 'writing_by', nullable: true })
  writingBy!: string | null;

  @Column('uuid', { name: 'writing_for', nullable: true })
  writingFor!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'changed_at', precision: 3 })
  changedAt!: Date;
}
