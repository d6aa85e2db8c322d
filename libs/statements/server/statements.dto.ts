import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import { rights, type Right } from '@plenary/ground/kernel';
import { IsId, PageQuery, type Exactly } from '@plenary/ground/server';
import {
  grantableRights,
  ownerKinds,
  stages,
  subjectKinds,
  type GrantableRight,
  type OwnerKind,
  type SubjectKind,
  type LastChangeView,
  type Stage,
  type StatementLineView,
  type StatementOwnerView,
  type StatementView,
} from '@plenary/statements/domain';

/**
 * Longer than any title may be, so that a title that is a little too long is answered by the rule (STM-1) with
 * a sentence, and a megabyte by the shape.
 */
const titleInput = 2_000;

export class ListStatementsDto extends PageQuery {
  @ApiPropertyOptional({ type: String, maxLength: 100 })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  query?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'Only statements of this group' })
  @IsOptional()
  @IsId()
  group?: string;
}

export class CreateStatementDto {
  @ApiProperty({ type: String })
  @IsString()
  @MaxLength(titleInput)
  title!: string;

  @ApiProperty({ enum: ownerKinds, enumName: 'OwnerKind' })
  @IsIn(ownerKinds)
  ownerKind!: OwnerKind;

  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'Only with ownerKind `group`' })
  @ValidateIf((dto: CreateStatementDto) => dto.ownerKind === 'group' || dto.groupId !== undefined)
  @IsId()
  groupId?: string;

  @ApiProperty({ type: String, description: 'BCP 47', example: 'en' })
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/)
  language!: string;
}

export class RenameStatementDto {
  @ApiProperty({ type: String })
  @IsString()
  @MaxLength(titleInput)
  title!: string;
}

export class GrantRightDto {
  @ApiProperty({ enum: subjectKinds, enumName: 'SubjectKind' })
  @IsIn(subjectKinds)
  subjectKind!: SubjectKind;

  @ApiPropertyOptional({
    type: String,
    description: 'A uuid, or the name of a coalition role; absent for `everyone`',
  })
  @ValidateIf((dto: GrantRightDto) => dto.subjectKind !== 'everyone' || dto.subjectId !== undefined)
  @IsString()
  @MaxLength(40)
  subjectId?: string;

  @ApiProperty({ enum: grantableRights, enumName: 'GrantableRight' })
  @IsIn(grantableRights)
  right!: GrantableRight;
}

export class StatementOwnerDto implements Exactly<StatementOwnerView, StatementOwnerDto> {
  @ApiProperty({ enum: ownerKinds, enumName: 'OwnerKind' })
  kind!: OwnerKind;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  groupId!: string | null;

  @ApiProperty({ type: String })
  name!: string;
}

export class StatementDto implements Exactly<StatementView, StatementDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  title!: string;

  @ApiProperty({ type: StatementOwnerDto })
  owner!: StatementOwnerDto;

  @ApiProperty({ type: String })
  language!: string;

  @ApiProperty({ enum: stages, enumName: 'Stage' })
  stage!: Stage;

  @ApiProperty({ enum: rights, enumName: 'Right' })
  right!: Right;

  @ApiProperty({ type: Boolean })
  seesHistory!: boolean;

  @ApiProperty({ type: Number })
  wordCount!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  updatedAt!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt!: string;
}

export class ChangedByDto implements Exactly<NonNullable<LastChangeView['by']>, ChangedByDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  personId!: string;

  @ApiProperty({ type: String })
  name!: string;
}

export class LastChangeDto implements Exactly<LastChangeView, LastChangeDto> {
  @ApiProperty({ enum: ['begun', 'renamed', 'written'] })
  kind!: LastChangeView['kind'];

  @ApiProperty({
    type: ChangedByDto,
    nullable: true,
    description: 'Null for Plenary itself, and for who is no longer known',
  })
  by!: ChangedByDto | null;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;
}

export class StatementLineDto extends StatementDto implements Exactly<StatementLineView, StatementLineDto> {
  @ApiProperty({ type: LastChangeDto })
  lastChange!: LastChangeDto;
}
