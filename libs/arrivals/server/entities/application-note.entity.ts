import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApplicationEntity } from './application.entity.js';

/** What a coordinator thinks of an application. */
@Entity('application_note')
@Check('ck_application_note_opinion', `"opinion" IN ('for', 'against')`)
@Index('ix_application_note_organisation', ['organisationId', 'at'])
export class ApplicationNoteEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_application_note' })
  id!: string;

  @Column('uuid', { name: 'organisation_id' })
  @ForeignKey(() => ApplicationEntity, { name: 'fk_application_note_application' })
  organisationId!: string;

  @Column('uuid', { name: 'author_id' })
  authorId!: string;

  @Column('text')
  text!: string;

  @Column('text', { nullable: true })
  opinion!: 'for' | 'against' | null;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;
}
