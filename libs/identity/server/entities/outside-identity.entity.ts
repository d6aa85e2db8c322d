import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** An account at the provider of OpenID Connect, and whose it is here. */
@Entity('outside_identity')
@Index('ix_outside_identity_person', ['personId'])
export class OutsideIdentityEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_outside_identity' })
  issuer!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_outside_identity' })
  subject!: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey(() => PersonEntity, { name: 'fk_outside_identity_person' })
  personId!: string;

  @Column({ type: 'timestamptz', precision: 3, name: 'created_at' })
  createdAt!: Date;
}
