import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Signal } from '@plenary/comments/domain';
import { SuggestionEntity } from './suggestion.entity.js';

/** SUG-4: one for each organisation, from any of its people. */
@Entity('suggestion_signal')
@Check('ck_suggestion_signal', `"signal" IN ('support', 'concern')`)
export class SuggestionSignalEntity {
  @PrimaryColumn('uuid', { name: 'suggestion_id', primaryKeyConstraintName: 'pk_suggestion_signal' })
  @ForeignKey(() => SuggestionEntity, { name: 'fk_suggestion_signal_suggestion' })
  suggestionId!: string;

  @PrimaryColumn('uuid', { name: 'organisation_id', primaryKeyConstraintName: 'pk_suggestion_signal' })
  @Index('ix_suggestion_signal_organisation')
  organisationId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  signal!: Signal;

  /** The wording to which it was given. */
  @Column('int')
  wording!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;
}
