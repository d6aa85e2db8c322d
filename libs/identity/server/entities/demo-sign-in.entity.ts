import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Sign-ins of a demonstration, with their passwords in the open; empty on every other installation. */
@Entity('demo_sign_in')
export class DemoSignInEntity {
  @PrimaryColumn('text', { name: 'role_key', primaryKeyConstraintName: 'pk_demo_sign_in' })
  roleKey!: string;

  @Column('integer')
  place!: number;

  @Column('text')
  email!: string;

  @Column('text')
  password!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  organisation!: string | null;
}
