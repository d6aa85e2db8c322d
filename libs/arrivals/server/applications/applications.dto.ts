import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import type { ApplicationView } from '@plenary/arrivals/domain';
import { interfaceLanguages } from '@plenary/ground/kernel';
import { MayBeAbsent, type Exactly } from '@plenary/ground/server';
import { identityLimits } from '@plenary/identity/domain';
import { organisationLimits } from '@plenary/organisations/domain';
import { AddOrganisationDto, OrganisationDto } from '@plenary/organisations/server';

/** Names that a stranger chooses stand in an e-mail to an address that they choose: no link comes in by them. */
const noLink = /^(?!.*(:\/\/|\bwww\.))/is;

export class ApplyDto extends OmitType(AddOrganisationDto, ['listing', 'email', 'name'] as const) {
  @ApiProperty({ maxLength: organisationLimits.nameLength })
  @IsString()
  @Matches(noLink)
  @MaxLength(organisationLimits.nameLength)
  name!: string;

  @ApiProperty({ maxLength: identityLimits.displayNameLength })
  @IsString()
  @Matches(noLink)
  @MaxLength(identityLimits.displayNameLength)
  applicantName!: string;

  @ApiProperty({ maxLength: identityLimits.emailLength })
  @IsString()
  @MaxLength(identityLimits.emailLength)
  applicantEmail!: string;

  @ApiProperty({ enum: interfaceLanguages })
  @IsIn(interfaceLanguages)
  language!: string;

  @ApiProperty({ maxLength: organisationLimits.reasonLength })
  @IsString()
  @MaxLength(organisationLimits.reasonLength)
  note!: string;
}

export class NoteApplicationDto {
  @ApiProperty({ maxLength: organisationLimits.reasonLength })
  @IsString()
  @MaxLength(organisationLimits.reasonLength)
  text!: string;

  @ApiPropertyOptional({ enum: ['for', 'against'] })
  @MayBeAbsent()
  @IsIn(['for', 'against'])
  opinion?: 'for' | 'against';
}

export class DecideApplicationDto {
  @ApiProperty({ enum: ['active', 'refused'] })
  @IsIn(['active', 'refused'])
  state!: 'active' | 'refused';

  @ApiProperty({
    maxLength: organisationLimits.reasonLength,
    description: 'Told to the applicant when refused',
  })
  @IsString()
  @MaxLength(organisationLimits.reasonLength)
  reason!: string;
}

export class ApplicationNoteDto implements Exactly<ApplicationView['notes'][number], ApplicationNoteDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  authorName!: string;

  @ApiProperty({ type: String })
  text!: string;

  @ApiProperty({ enum: ['for', 'against'], nullable: true })
  opinion!: 'for' | 'against' | null;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;
}

export class ApplicationDto implements Exactly<ApplicationView, ApplicationDto> {
  @ApiProperty({ type: OrganisationDto })
  organisation!: OrganisationDto;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  description!: Record<string, string>;

  @ApiProperty({ type: String })
  applicantName!: string;

  @ApiProperty({ type: String })
  applicantEmail!: string;

  @ApiProperty({ type: String })
  applicantLanguage!: string;

  @ApiProperty({ type: String })
  note!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  confirmedAt!: string;

  @ApiProperty({ type: Boolean, description: 'Another organisation has this name' })
  nameTaken!: boolean;

  @ApiProperty({ type: [ApplicationNoteDto] })
  notes!: readonly ApplicationNoteDto[];
}
