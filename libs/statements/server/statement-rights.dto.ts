import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Exactly } from '@plenary/ground/server';
import { rights, type Right } from '@plenary/ground/kernel';
import { groupRoles, type GroupRole } from '@plenary/groups/domain';
import {
  subjectKinds,
  type RightReasonView,
  type StatementRightOfView,
  type StatementRightView,
  type SubjectKind,
} from '@plenary/statements/domain';

export class RightSubjectDto implements Exactly<StatementRightView['subject'], RightSubjectDto> {
  @ApiProperty({ enum: subjectKinds, enumName: 'SubjectKind' })
  kind!: SubjectKind;

  @ApiProperty({ type: String, nullable: true, description: 'A uuid, a role, or null for everyone' })
  id!: string | null;

  @ApiPropertyOptional({ enum: groupRoles, enumName: 'GroupRole' })
  groupRole?: GroupRole;

  @ApiProperty({ type: String, nullable: true })
  name!: string | null;
}

export class ReasonGrantDto implements Exactly<NonNullable<RightReasonView['grant']>, ReasonGrantDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, nullable: true })
  byName!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;
}

export class RightReasonDto implements Exactly<RightReasonView, RightReasonDto> {
  @ApiProperty({ enum: ['role', 'everyone', 'group', 'grant'] })
  basis!: RightReasonView['basis'];

  @ApiProperty({ enum: rights, enumName: 'Right' })
  right!: Right;

  @ApiProperty({ type: ReasonGrantDto, nullable: true })
  grant!: ReasonGrantDto | null;
}

export class StatementRightDto implements Exactly<StatementRightView, StatementRightDto> {
  @ApiProperty({ type: RightSubjectDto })
  subject!: RightSubjectDto;

  @ApiProperty({ enum: rights, enumName: 'Right' })
  right!: Right;

  @ApiProperty({ type: [RightReasonDto] })
  reasons!: readonly RightReasonDto[];
}

export class GrantedDto {
  @ApiProperty({ type: String, format: 'uuid' })
  grantId!: string;
}

export class StatementOfRightDto implements Exactly<StatementRightOfView['statement'], StatementOfRightDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  title!: string;

  @ApiProperty({ type: String })
  ownerName!: string;
}

export class StatementRightOfDto implements Exactly<StatementRightOfView, StatementRightOfDto> {
  @ApiProperty({ type: StatementOfRightDto })
  statement!: StatementOfRightDto;

  @ApiProperty({ enum: rights, enumName: 'Right' })
  right!: Right;

  @ApiProperty({ type: [RightReasonDto] })
  reasons!: readonly RightReasonDto[];
}
