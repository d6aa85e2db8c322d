import { ApiProperty, ApiPropertyOptional, PartialType, PickType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  MaxLength,
  registerDecorator,
  ValidateIf,
} from 'class-validator';
import { IsId, MayBeAbsent } from '@plenary/ground/server';
import { identityLimits } from '@plenary/identity/domain';
import {
  listings,
  organisationLimits,
  organisationStates,
  termLimits,
  type Constituency,
  type Listing,
  type OrganisationState,
  type Region,
} from '@plenary/organisations/domain';

const tag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** Texts by language: few, and none too long. */
export function IsTextByLanguage(longest: number) {
  return (target: object, propertyName: string) =>
    registerDecorator({
      name: 'isTextByLanguage',
      target: target.constructor,
      propertyName,
      validator: {
        validate: (value: unknown) =>
          typeof value === 'object' &&
          value !== null &&
          Object.keys(value).length <= 20 &&
          Object.entries(value).every(
            ([language, text]) => tag.test(language) && typeof text === 'string' && text.length <= longest,
          ),
      },
    });
}

export class AddOrganisationDto {
  @ApiProperty({ maxLength: organisationLimits.nameLength })
  @IsString()
  @MaxLength(organisationLimits.nameLength)
  name!: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: organisationLimits.acronymLength })
  @IsOptional()
  @IsString()
  @MaxLength(organisationLimits.acronymLength)
  acronym?: string | null;

  @ApiProperty({ description: 'ISO 3166-1 alpha-2' })
  @Matches(/^[A-Z]{2}$/)
  country!: string;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'Key of one of the coalition’s regions' })
  @IsOptional()
  @IsString()
  @MaxLength(termLimits.keyLength)
  region?: Region | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'Key of one of those it tells apart' })
  @IsOptional()
  @IsString()
  @MaxLength(termLimits.keyLength)
  constituency?: Constituency | null;

  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(tag, { each: true })
  languages!: string[];

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: organisationLimits.websiteLength })
  @IsOptional()
  @ValidateIf((dto: AddOrganisationDto) => dto.website !== '')
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true })
  @MaxLength(organisationLimits.websiteLength)
  website?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: identityLimits.emailLength })
  @IsOptional()
  @IsString()
  @MaxLength(identityLimits.emailLength)
  email?: string | null;

  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  @MayBeAbsent()
  @IsObject()
  @IsTextByLanguage(organisationLimits.descriptionLength)
  description?: Record<string, string>;

  @ApiPropertyOptional({ enum: listings })
  @MayBeAbsent()
  @IsIn(listings)
  listing?: Listing;
}

export class ChangeOrganisationDto extends PartialType(AddOrganisationDto, { skipNullProperties: false }) {}

export class ChangeStateDto {
  @ApiProperty({ enum: organisationStates, enumName: 'OrganisationState' })
  @IsIn(organisationStates)
  state!: OrganisationState;

  @ApiProperty({ maxLength: organisationLimits.reasonLength, description: 'Told to the organisation' })
  @IsString()
  @MaxLength(organisationLimits.reasonLength)
  reason!: string;
}

/** At once for several. */
export class BulkStatesDto extends ChangeStateDto {
  @ApiProperty({ type: [String], format: 'uuid', maxItems: organisationLimits.bulkLines })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(organisationLimits.bulkLines)
  @ArrayUnique()
  @IsId({ each: true })
  ids!: string[];
}

/** What one act changed. */
export class UndoStatesDto extends PickType(BulkStatesDto, ['ids']) {}

export class MergeDto {
  @ApiProperty({ type: String, format: 'uuid', description: 'The one that stays' })
  @IsId()
  into!: string;

  @ApiProperty({ maxLength: organisationLimits.reasonLength })
  @IsString()
  @MaxLength(organisationLimits.reasonLength)
  reason!: string;
}

export class AddedDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;
}

/** Whom an act changed; the others were so already. */
export class BulkDoneDto {
  @ApiProperty({ type: [String] })
  changed!: string[];
}
