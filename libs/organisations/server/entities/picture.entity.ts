import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A logo. Its bytes never change: another one has another id. */
@Entity('picture')
@Check('ck_picture_type', `"type" IN ('image/png', 'image/jpeg', 'image/webp')`)
export class PictureEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_picture' })
  id!: string;

  @Column('text')
  type!: string;

  @Column('bytea')
  bytes!: Uint8Array;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}
