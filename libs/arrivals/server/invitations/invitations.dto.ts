import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { interfaceLanguages } from '@plenary/ground/kernel';
import { MayBeAbsent, type Exactly } from '@plenary/ground/server';
import { identityLimits } from '@plenary/identity/domain';
import { SecretDto } from '@plenary/identity/server';
import {
  coalitionRoles,
  representativeRoles,
  type CoalitionRole,
  type RepresentativeRole,
} from '@plenary/organisations/domain';
import {
  invitationStates,
  invitationLimits,
  type InvitationOfferView,
  type InvitationView,
} from '@plenary/arrivals/domain';

class InviteDto {
  @ApiPropertyOptional({ maxLength: identityLimits.emailLength, description: 'Absent for a link to pass on' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(identityLimits.emailLength)
  email?: string;

  @ApiProperty({ enum: interfaceLanguages })
  @IsIn(interfaceLanguages)
  language!: string;

  @ApiProperty({ minimum: 1, maximum: invitationLimits.uses })
  @IsInt()
  @Min(1)
  @Max(invitationLimits.uses)
  mostUses!: number;

  @ApiProperty({ minimum: 1, maximum: invitationLimits.days })
  @IsInt()
  @Min(1)
  @Max(invitationLimits.days)
  days!: number;
}

export class InviteToOrganisationDto extends InviteDto {
  @ApiProperty({ enum: representativeRoles, enumName: 'RepresentativeRole' })
  @IsIn(representativeRoles)
  role!: RepresentativeRole;
}

export class InviteToCoalitionDto extends InviteDto {
  @ApiProperty({ enum: coalitionRoles, enumName: 'CoalitionRole' })
  @IsIn(coalitionRoles)
  role!: CoalitionRole;
}

export class InvitationUserDto implements Exactly<InvitationView['usedBy'][number], InvitationUserDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  personId!: string;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;
}

export class InvitationDto implements Exactly<InvitationView, InvitationDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  organisationId!: string | null;

  @ApiProperty({ enum: representativeRoles, enumName: 'RepresentativeRole', nullable: true })
  role!: RepresentativeRole | null;

  @ApiProperty({ enum: coalitionRoles, enumName: 'CoalitionRole', nullable: true })
  coalitionRole!: CoalitionRole | null;

  @ApiProperty({ type: String, nullable: true })
  email!: string | null;

  @ApiProperty({ type: Number })
  mostUses!: number;

  @ApiProperty({ type: Number })
  uses!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  expiresAt!: string;

  @ApiProperty({ enum: invitationStates, enumName: 'InvitationState' })
  state!: InvitationView['state'];

  @ApiProperty({ type: Boolean, description: 'The address does not take its e-mail' })
  comesBack!: boolean;

  @ApiProperty({ type: [InvitationUserDto] })
  usedBy!: readonly InvitationUserDto[];
}

export class MadeInvitationDto {
  @ApiProperty({ type: InvitationDto })
  invitation!: InvitationDto;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Shown this once; null when an e-mail carries it',
  })
  url!: string | null;
}

export class BeginJoiningDto extends SecretDto {
  @ApiPropertyOptional({
    maxLength: identityLimits.emailLength,
    description: 'Needed unless an e-mail invited',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(identityLimits.emailLength)
  email?: string;

  @ApiProperty({ maxLength: identityLimits.displayNameLength })
  @IsString()
  @MaxLength(identityLimits.displayNameLength)
  displayName!: string;

  @ApiProperty({ maxLength: identityLimits.passwordMost })
  @IsString()
  @MaxLength(identityLimits.passwordMost)
  password!: string;

  @ApiProperty({ enum: interfaceLanguages })
  @IsIn(interfaceLanguages)
  language!: string;
}

export class InvitationOfferDto implements Exactly<InvitationOfferView, InvitationOfferDto> {
  @ApiProperty({ type: String })
  coalition!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Who invites' })
  by!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  until!: string;

  @ApiProperty({ type: String, nullable: true })
  organisation!: string | null;

  @ApiProperty({ enum: representativeRoles, enumName: 'RepresentativeRole', nullable: true })
  role!: RepresentativeRole | null;

  @ApiProperty({ enum: coalitionRoles, enumName: 'CoalitionRole', nullable: true })
  coalitionRole!: CoalitionRole | null;

  @ApiProperty({ type: String, nullable: true })
  email!: string | null;

  @ApiProperty({ type: String })
  language!: string;

  @ApiProperty({ type: Boolean })
  hasAccount!: boolean;
}

export class JoinedDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  organisationId!: string | null;
}

export class JoiningNextDto {
  @ApiProperty({ enum: ['sign-in', 'email'] })
  next!: 'sign-in' | 'email';
}

export class JoiningConfirmedDto {
  @ApiProperty({ type: String })
  email!: string;
}
