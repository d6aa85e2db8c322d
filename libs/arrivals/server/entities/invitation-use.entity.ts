import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { InvitationEntity } from './invitation.entity.js';

/** Who came by an invitation. */
@Entity('invitation_use')
export class InvitationUseEntity {
  @PrimaryColumn('uuid', { name: 'invitation_id', primaryKeyConstraintName: 'pk_invitation_use' })
  @ForeignKey(() => InvitationEntity, { name: 'fk_invitation_use_invitation' })
  invitationId!: string;

  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_invitation_use' })
  personId!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;
}
