import { ApiProperty } from '@nestjs/swagger';
import { tokenScopes, type TokenScope } from '@plenary/identity/domain';

const instant = { type: String, format: 'date-time' } as const;
const noInstant = { ...instant, nullable: true } as const;

export class MyAccountDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  email!: string;

  @ApiProperty({ type: String })
  displayName!: string;

  @ApiProperty({ type: String, nullable: true })
  fullName!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'IANA name' })
  timeZone!: string | null;

  @ApiProperty({ type: [String], description: 'BCP 47' })
  languages!: readonly string[];

  @ApiProperty({ type: String, description: 'For lists and search' })
  sortName!: string;

  @ApiProperty({ type: String })
  language!: string;

  @ApiProperty(instant)
  createdAt!: string;

  @ApiProperty(noInstant)
  leftAt!: string | null;
}

export class MySignInDto {
  @ApiProperty({ enum: ['browser', 'token'] })
  kind!: 'browser' | 'token';

  @ApiProperty({ enum: tokenScopes })
  scope!: TokenScope;

  @ApiProperty({ type: String, nullable: true })
  label!: string | null;

  @ApiProperty(instant)
  created_at!: string;

  @ApiProperty(noInstant)
  last_used_at!: string | null;

  @ApiProperty(instant)
  expires_at!: string;
}

export class MyPasskeyDto {
  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty(instant)
  created_at!: string;

  @ApiProperty(noInstant)
  last_used_at!: string | null;
}

export class MyOutsideLinkDto {
  @ApiProperty({ type: String })
  issuer!: string;

  @ApiProperty({ type: String })
  subject!: string;
}

export class MyActDto {
  @ApiProperty({ type: String, description: 'Name of the event' })
  name!: string;

  @ApiProperty({ type: String })
  subject_kind!: string;

  @ApiProperty({ type: String })
  subject_id!: string;

  @ApiProperty({ type: String, nullable: true })
  organisation_id!: string | null;

  @ApiProperty(instant)
  at!: string;
}

export class MyFileDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  type!: string;

  @ApiProperty({ type: Number })
  bytes!: number;

  @ApiProperty({ type: String, nullable: true })
  name!: string | null;

  @ApiProperty({ type: String })
  ownerKind!: string;

  @ApiProperty({ type: String })
  ownerId!: string;

  @ApiProperty(instant)
  putAt!: string;

  @ApiProperty({ type: String, description: 'Where it is, from the root' })
  at!: string;
}

/** What is held of the account. Each room adds a part under its name, which only that room reads. */
export class MyDataDto {
  @ApiProperty(instant)
  madeAt!: string;

  @ApiProperty({ type: MyAccountDto })
  account!: MyAccountDto;

  @ApiProperty({ type: [MySignInDto] })
  sessions!: readonly MySignInDto[];

  @ApiProperty({ type: [MyPasskeyDto] })
  passkeys!: readonly MyPasskeyDto[];

  @ApiProperty({ type: [MyOutsideLinkDto] })
  outside!: readonly MyOutsideLinkDto[];

  @ApiProperty({ type: [MyActDto], description: 'The newest of them' })
  acts!: readonly MyActDto[];

  @ApiProperty({ type: [MyFileDto] })
  files!: readonly MyFileDto[];
}

/** By its name, a room's part. */
export type RoomParts = Readonly<Record<string, unknown>>;
