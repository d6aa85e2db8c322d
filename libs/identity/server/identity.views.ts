import { ApiProperty } from '@nestjs/swagger';
import { tokenScopes, type TokenScope } from '@plenary/identity/domain';

export class MyPersonView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  displayName!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Behind a pseudonym; for named roles alone' })
  fullName!: string | null;
  @ApiProperty()
  email!: string;
  @ApiProperty()
  language!: string;
  @ApiProperty({ type: [String], description: 'BCP 47; those the person works in' })
  languages!: readonly string[];
  @ApiProperty({ type: String, nullable: true, description: 'IANA name; null for that of the device' })
  timeZone!: string | null;
  @ApiProperty({ description: 'Caret colour, six-digit hex' })
  colour!: string;
}

export class MySessionView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
  @ApiProperty({ description: 'A role of the person asks for a second factor, and this session had none' })
  needsSecondFactor!: boolean;
}

/** Somebody sees Plenary as this person does, and changes nothing. */
export class MyImpersonationView {
  @ApiProperty({ format: 'uuid', description: 'Who looks' })
  by!: string;
}

export class MeView {
  @ApiProperty({ type: MyPersonView })
  person!: MyPersonView;
  @ApiProperty({ type: MySessionView })
  session!: MySessionView;
  @ApiProperty({ type: MyImpersonationView, nullable: true, description: 'Null for the person' })
  impersonation!: MyImpersonationView | null;
}

export class SessionView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Family of the browser' })
  device!: string | null;
  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
  @ApiProperty({ format: 'date-time', description: 'To the hour' })
  lastUsedAt!: string;
  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
  @ApiProperty()
  isCurrent!: boolean;
}

export class TokenView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ enum: tokenScopes })
  scope!: TokenScope;
  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastUsedAt!: string | null;
}

export class CreatedTokenView {
  @ApiProperty({ description: 'Shown this once' })
  token!: string;
  @ApiProperty({ type: TokenView })
  view!: TokenView;
}

export class DemoSignInView {
  @ApiProperty()
  email!: string;
  @ApiProperty()
  password!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty()
  roleKey!: string;
  @ApiProperty({ type: String, nullable: true })
  organisation!: string | null;
}

export class EmailConfirmedView {
  @ApiProperty({ description: 'Both ends have confirmed: the address is changed' })
  done!: boolean;
}

export class PasskeyView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'To the hour' })
  lastUsedAt!: string | null;
}

/** Two who let the person in again after a loss. */
export class DeviceRecoveryView {
  @ApiProperty({ format: 'date-time' })
  begunAt!: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Null until a second agreed',
  })
  dueAt!: string | null;
}

export class OutsideLinkView {
  @ApiProperty({ description: 'Its name, or its host' })
  provider!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  createdAt!: string;
}

export class SignInWaysView {
  @ApiProperty({ description: 'An app that shows codes is set up' })
  authenticator!: boolean;
  @ApiProperty({ description: 'Codes on paper that are left' })
  recoveryCodes!: number;
  @ApiProperty({ type: [PasskeyView] })
  passkeys!: readonly PasskeyView[];
  @ApiProperty({ type: [OutsideLinkView], description: 'Accounts at a provider by which one comes in' })
  outside!: readonly OutsideLinkView[];
  @ApiProperty({ type: DeviceRecoveryView, nullable: true })
  recovery!: DeviceRecoveryView | null;
}

export class AuthenticatorBegunView {
  @ApiProperty({ description: 'Base32, for typing by hand' })
  secret!: string;
  @ApiProperty({ description: 'otpauth: address, for the square that an app reads' })
  address!: string;
}

export class RecoveryCodesView {
  @ApiProperty({ type: [String], description: 'Shown this once; empty when there are some already' })
  recoveryCodes!: readonly string[];
}

export class WebAuthnOptionsView {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'As WebAuthn Level 3 writes it in JSON',
  })
  options!: object;
}

export class OutsideSignInView {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Name of the provider; null when none is set up',
  })
  provider!: string | null;
}
