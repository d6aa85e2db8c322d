import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsOptional,
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { interfaceLanguages } from '@plenary/ground/kernel';
import { MayBeAbsent, type EmailDelivery } from '@plenary/ground/server';
import { identityLimits } from '@plenary/identity/domain';
import {
  organisationLimits,
  strictRoles,
  termLimits,
  usualConstituencies,
  usualRegions,
  type StrictRole,
} from '@plenary/organisations/domain';
import { IsTextByLanguage } from '../organisations/organisation-changes.dto.js';
import { CoalitionDto } from '../organisations/organisations.dto.js';

const regionKeys = usualRegions.map(({ key }) => key);
const constituencyKeys = usualConstituencies.map(({ key }) => key);
const colour = /^#[0-9a-f]{6}$/;

export class CoordinatorDto {
  @ApiProperty({ maxLength: identityLimits.displayNameLength })
  @IsString()
  @MaxLength(identityLimits.displayNameLength)
  displayName!: string;

  @ApiProperty({ maxLength: identityLimits.emailLength })
  @IsString()
  @MaxLength(identityLimits.emailLength)
  email!: string;

  @ApiProperty({ maxLength: identityLimits.passwordMost })
  @IsString()
  @MaxLength(identityLimits.passwordMost)
  password!: string;

  @ApiProperty({ enum: interfaceLanguages })
  @IsIn(interfaceLanguages)
  language!: string;
}

export class NewCoalitionDto {
  @ApiProperty({ maxLength: organisationLimits.nameLength })
  @IsString()
  @MaxLength(organisationLimits.nameLength)
  name!: string;

  @ApiProperty({ type: [String], description: 'BCP 47; the first is the main one' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { each: true })
  languages!: string[];

  @ApiProperty({ pattern: colour.source })
  @Matches(colour)
  colour!: string;

  @ApiProperty({ enum: regionKeys, isArray: true, description: 'Of the usual ones; empty for all' })
  @IsArray()
  @ArrayUnique()
  @IsIn(regionKeys, { each: true })
  regions!: string[];

  @ApiProperty({ enum: constituencyKeys, isArray: true, description: 'Of the usual ones; empty for all' })
  @IsArray()
  @ArrayUnique()
  @IsIn(constituencyKeys, { each: true })
  constituencies!: string[];
}

export class SetUpDto {
  @ApiProperty({ description: 'Printed at the start of an empty installation' })
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  code!: string;

  @ApiProperty({ type: NewCoalitionDto })
  @ValidateNested()
  @Type(() => NewCoalitionDto)
  coalition!: NewCoalitionDto;

  @ApiProperty({ type: CoordinatorDto })
  @ValidateNested()
  @Type(() => CoordinatorDto)
  coordinator!: CoordinatorDto;
}

export class ChangeTermDto {
  @ApiPropertyOptional({ type: String, maxLength: termLimits.keyLength, description: 'Absent for a new one' })
  @MayBeAbsent()
  @Matches(/^[a-z0-9-]+$/)
  @MaxLength(termLimits.keyLength)
  key?: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'By language' })
  @IsObject()
  @IsTextByLanguage(termLimits.nameLength)
  names!: Record<string, string>;
}

export class ChangeCoalitionDto {
  @ApiPropertyOptional({ maxLength: organisationLimits.nameLength })
  @MayBeAbsent()
  @IsString()
  @MaxLength(organisationLimits.nameLength)
  name?: string;

  @ApiPropertyOptional({ type: [String] })
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { each: true })
  languages?: string[];

  @ApiPropertyOptional({ pattern: colour.source })
  @MayBeAbsent()
  @Matches(colour)
  colour?: string;

  @ApiPropertyOptional({ enum: ['open', 'closed'] })
  @MayBeAbsent()
  @IsIn(['open', 'closed'])
  applications?: 'open' | 'closed';

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsBoolean()
  secondOpinion?: boolean;

  @ApiPropertyOptional({ type: [ChangeTermDto], description: 'All of them, in order' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(termLimits.most)
  @ValidateNested({ each: true })
  @Type(() => ChangeTermDto)
  regions?: ChangeTermDto[];

  @ApiPropertyOptional({ type: [ChangeTermDto], description: 'All of them, in order' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(termLimits.most)
  @ValidateNested({ each: true })
  @Type(() => ChangeTermDto)
  constituencies?: ChangeTermDto[];

  @ApiPropertyOptional({ type: [ChangeTermDto], description: 'All of them, in order' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(termLimits.most)
  @ValidateNested({ each: true })
  @Type(() => ChangeTermDto)
  themes?: ChangeTermDto[];

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: identityLimits.emailLength })
  @IsOptional()
  @IsString()
  @MaxLength(identityLimits.emailLength)
  email?: string | null;

  @ApiPropertyOptional({ enum: strictRoles, enumName: 'StrictRole', isArray: true })
  @MayBeAbsent()
  @IsArray()
  @ArrayUnique()
  @IsIn(strictRoles, { each: true })
  secondFactorRoles?: StrictRole[];
}

/** What public pages show to everybody. */
export class DoorCoalitionDto extends PickType(CoalitionDto, [
  ...(['name', 'languages', 'colour', 'logoId', 'isDemo', 'applications'] as const),
  ...(['regions', 'constituencies', 'email'] as const),
]) {}

export class DoorDto {
  @ApiProperty({ type: DoorCoalitionDto, nullable: true, description: 'Null until it was set up' })
  coalition!: DoorCoalitionDto | null;

  @ApiProperty({
    enum: ['sent', 'mailbox', 'waiting'],
    enumName: 'EmailDelivery',
    description: 'Whether e-mails leave: `waiting` until a mail server is set',
  })
  emails!: EmailDelivery;
}
