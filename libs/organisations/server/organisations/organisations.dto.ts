import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import {
  coalitionRoles,
  listings,
  organisationLimits,
  organisationStates,
  representativeRoles,
  strictRoles,
  termLimits,
  type CoalitionRole,
  type Constituency,
  type Listing,
  type OrganisationState,
  type Region,
  type RepresentativeRole,
  type CoalitionView,
  type InactiveOrganisationView,
  type MembershipView,
  type OrganisationDetailView,
  type OrganisationPersonView,
  type OrganisationView,
  type PersonOrganisationView,
  type PersonView,
  type StateChangeView,
  type StrictRole,
  type Term,
} from '@plenary/organisations/domain';
import { IsId, PageQuery, type Exactly } from '@plenary/ground/server';

export class ListOrganisationsDto extends PageQuery {
  @ApiPropertyOptional({ type: String, maxLength: organisationLimits.queryLength })
  @IsOptional()
  @IsString()
  @MaxLength(organisationLimits.queryLength)
  query?: string;

  @ApiPropertyOptional({ type: String })
  @IsOptional()
  @IsString()
  @MaxLength(termLimits.keyLength)
  region?: Region;

  @ApiPropertyOptional({ type: String })
  @IsOptional()
  @IsString()
  @MaxLength(termLimits.keyLength)
  constituency?: Constituency;

  @ApiPropertyOptional({ type: String, maxLength: 35, description: 'BCP 47' })
  @IsOptional()
  @IsString()
  @MaxLength(35)
  language?: string;

  @ApiPropertyOptional({ enum: organisationStates })
  @IsOptional()
  @IsIn(organisationStates)
  state?: OrganisationState;
}

export class ListPeopleDto extends PageQuery {
  @ApiPropertyOptional({ type: String, maxLength: organisationLimits.queryLength })
  @IsOptional()
  @IsString()
  @MaxLength(organisationLimits.queryLength)
  query?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid' })
  @IsOptional()
  @IsId()
  organisation?: string;

  @ApiPropertyOptional({
    enum: [...coalitionRoles, ...representativeRoles],
    description: 'In the coalition, or (as `actsAs`) for an organisation',
  })
  @IsOptional()
  @IsIn([...coalitionRoles, ...representativeRoles])
  role?: CoalitionRole | RepresentativeRole;

  @ApiPropertyOptional({ enum: representativeRoles, description: 'Role for an organisation' })
  @IsOptional()
  @IsIn(representativeRoles)
  actsAs?: RepresentativeRole;

  @ApiPropertyOptional({ type: String, description: 'Of an organisation for which they act' })
  @IsOptional()
  @IsString()
  @MaxLength(termLimits.keyLength)
  region?: Region;

  @ApiPropertyOptional({ type: String, description: 'Of an organisation for which they act' })
  @IsOptional()
  @IsString()
  @MaxLength(termLimits.keyLength)
  constituency?: Constituency;

  @ApiPropertyOptional({ type: String, maxLength: 35, description: 'BCP 47: they work in it, or read in it' })
  @IsOptional()
  @IsString()
  @MaxLength(35)
  language?: string;

  @ApiPropertyOptional({
    enum: ['awaited'],
    description: 'Who has not come yet; focal points learn it of their own people, others of nobody',
  })
  @IsOptional()
  @IsIn(['awaited'])
  arrival?: 'awaited';
}

/** A region, a constituency or a theme, by the name that the coalition gives it in each language. */
export class TermDto implements Exactly<Term, TermDto> {
  @ApiProperty({ type: String })
  key!: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'By language' })
  names!: Record<string, string>;
}

export class CoalitionDto implements Exactly<CoalitionView, CoalitionDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: [String] })
  languages!: readonly string[];

  @ApiProperty({ type: Boolean })
  isDemo!: boolean;

  @ApiProperty({ type: String })
  colour!: string;

  @ApiProperty({ type: [TermDto], description: 'Its own regions, in its order' })
  regions!: readonly TermDto[];

  @ApiProperty({ type: [TermDto], description: 'Whom its organisations speak for' })
  constituencies!: readonly TermDto[];

  @ApiProperty({ type: [TermDto], description: 'What its working groups work on' })
  themes!: readonly TermDto[];

  @ApiProperty({ enum: ['open', 'closed'] })
  applications!: CoalitionView['applications'];

  @ApiProperty({ type: Boolean })
  secondOpinion!: boolean;

  @ApiProperty({ type: String, nullable: true })
  logoId!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Where the coordinators are asked' })
  email!: string | null;

  @ApiProperty({ enum: strictRoles, enumName: 'StrictRole', isArray: true })
  secondFactorRoles!: readonly StrictRole[];
}

export class OrganisationDto implements Exactly<OrganisationView, OrganisationDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: String, nullable: true })
  acronym!: string | null;

  @ApiProperty({ type: String, description: 'ISO 3166-1 alpha-2' })
  country!: string;

  @ApiProperty({ type: String, nullable: true })
  region!: string | null;

  @ApiProperty({ type: String, nullable: true })
  constituency!: string | null;

  @ApiProperty({ type: [String] })
  languages!: readonly string[];

  @ApiProperty({ type: String, nullable: true })
  website!: string | null;

  @ApiProperty({ enum: organisationStates })
  state!: OrganisationState;

  @ApiProperty({ enum: listings })
  listing!: Listing;

  @ApiProperty({ type: String, nullable: true })
  logoId!: string | null;

  @ApiProperty({ type: Number })
  peopleCount!: number;
}

export class OrganisationPersonDto implements Exactly<OrganisationPersonView, OrganisationPersonDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  personId!: string;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: String })
  colour!: string;

  @ApiProperty({ enum: representativeRoles, enumName: 'RepresentativeRole' })
  role!: RepresentativeRole;

  @ApiProperty({ type: Boolean, description: 'Has not come yet; for named roles alone' })
  awaited!: boolean;

  @ApiProperty({ type: Boolean, description: 'E-mails come back; for named roles alone' })
  comesBack!: boolean;
}

export class OrganisationMayDto implements Exactly<OrganisationDetailView['may'], OrganisationMayDto> {
  @ApiProperty({ type: Boolean })
  namePeople!: boolean;

  @ApiProperty({ type: Boolean })
  describe!: boolean;

  @ApiProperty({ type: Boolean })
  decide!: boolean;
}

export class OrganisationDetailDto
  extends OrganisationDto
  implements Exactly<OrganisationDetailView, OrganisationDetailDto>
{
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'By language' })
  description!: Record<string, string>;

  @ApiProperty({ type: String, nullable: true })
  email!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  mergedInto!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Its name, for who may know it' })
  mergedIntoName!: string | null;

  @ApiProperty({ type: OrganisationMayDto })
  may!: OrganisationMayDto;

  @ApiProperty({ type: [OrganisationPersonDto] })
  people!: readonly OrganisationPersonDto[];
}

export class PersonOrganisationDto implements Exactly<PersonOrganisationView, PersonOrganisationDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: String, nullable: true })
  acronym!: string | null;

  @ApiProperty({ type: String, nullable: true })
  region!: string | null;

  @ApiProperty({ type: String, nullable: true })
  constituency!: string | null;

  @ApiProperty({ enum: representativeRoles, enumName: 'RepresentativeRole' })
  role!: RepresentativeRole;
}

export class PersonDto implements Exactly<PersonView, PersonDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Behind a pseudonym; for named roles alone' })
  fullName!: string | null;

  @ApiProperty({ type: String })
  colour!: string;

  @ApiProperty({ type: String })
  language!: string;

  @ApiProperty({ type: [String] })
  languages!: readonly string[];

  @ApiProperty({ type: [PersonOrganisationDto] })
  organisations!: readonly PersonOrganisationDto[];

  @ApiProperty({ enum: coalitionRoles, enumName: 'CoalitionRole', isArray: true })
  coalitionRoles!: readonly CoalitionRole[];

  @ApiProperty({ type: Boolean, description: 'Has not come yet; for named roles alone' })
  awaited!: boolean;

  @ApiProperty({ type: Boolean, description: 'E-mails come back; for named roles alone' })
  comesBack!: boolean;
}

/** What somebody who may help with a lost device sees of it. */
export class DeviceHelpDto {
  @ApiProperty({ type: Boolean })
  hasSecondFactor!: boolean;

  @ApiProperty({ type: Boolean })
  begunByMe!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  begunAt!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Null until a second agreed',
  })
  dueAt!: string | null;
}

export class DeviceHelpAnswerDto {
  @ApiProperty({ type: DeviceHelpDto, nullable: true, description: 'Null for who may not help' })
  help!: DeviceHelpDto | null;
}

export class ActingForDto implements Exactly<NonNullable<MembershipView['actingFor']>, ActingForDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: String, nullable: true })
  acronym!: string | null;
}

/** One of the caller's organisations for which they do not act at present. */
export class InactiveOrganisationDto implements Exactly<InactiveOrganisationView, InactiveOrganisationDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ enum: representativeRoles, enumName: 'RepresentativeRole' })
  role!: RepresentativeRole;

  @ApiProperty({ enum: organisationStates, enumName: 'OrganisationState' })
  state!: OrganisationState;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  since!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'As the coordinators gave it' })
  reason!: string | null;
}

export class StateChangeDto implements Exactly<StateChangeView, StateChangeDto> {
  @ApiProperty({ type: String })
  id!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;

  @ApiProperty({ enum: organisationStates, enumName: 'OrganisationState' })
  state!: OrganisationState;

  @ApiProperty({ enum: organisationStates, enumName: 'OrganisationState', nullable: true })
  before!: OrganisationState | null;

  @ApiProperty({ type: String, nullable: true })
  by!: string | null;

  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
}

export class MembershipDto implements Exactly<MembershipView, MembershipDto> {
  @ApiProperty({ type: [PersonOrganisationDto] })
  organisations!: readonly PersonOrganisationDto[];

  @ApiProperty({ type: ActingForDto, nullable: true })
  actingFor!: ActingForDto | null;

  @ApiProperty({ type: [InactiveOrganisationDto] })
  inactive!: readonly InactiveOrganisationDto[];

  @ApiProperty({ enum: coalitionRoles, enumName: 'CoalitionRole', isArray: true })
  coalitionRoles!: readonly CoalitionRole[];
}
