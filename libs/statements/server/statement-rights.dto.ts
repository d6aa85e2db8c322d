import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { rights } from '@plenary/ground/kernel';
import { groupRoles } from '@plenary/groups/domain';
import { subjectKinds } from '@plenary/statements/domain';

export class RightSubjectDto {
  @ApiProperty({ enum: subjectKinds, enumName: 'SubjectKind' })
  kind!: string;

  @ApiProperty({ type: String, nullable: true, description: 'A uuid, a role, or null for everyone' })
  id!: string | null;

  @ApiPropertyOptional({ enum: groupRoles, enumName: 'GroupRole' })
  groupRole?: string;

  @ApiProperty({ type: String, nullable: true })
  name!: string | null;
}

export class ReasonGrantDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, nullable: true })
  byName!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;
}

export class RightReasonDto {
  @ApiProperty({ enum: ['role', 'everyone', 'group', 'grant'] })
  basis!: string;

  @ApiProperty({ enum: rights, enumName: 'Right' })
  right!: string;

  @ApiProperty({ type: ReasonGrantDto, nullable: true })
  grant!: ReasonGrantDto | null;
}

export class StatementRightDto {
  @ApiProperty({ type: RightSubjectDto })
  subject!: RightSubjectDto;

  @ApiProperty({ enum: rights, enumName: 'Right' })
  right!: string;

  @ApiProperty({ type: [RightReasonDto] })
  reasons!: RightReasonDto[];
}

export class StatementRightPageDto {
  @ApiProperty({ type: [StatementRightDto] })
  items!: StatementRightDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class GrantedDto {
  @ApiProperty({ type: String, format: 'uuid' })
  grantId!: string;
}

export class StatementOfRightDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  title!: string;

  @ApiProperty({ type: String })
  ownerName!: string;
}

export class StatementRightOfDto {
  @ApiProperty({ type: StatementOfRightDto })
  statement!: StatementOfRightDto;

  @ApiProperty({ enum: rights, enumName: 'Right' })
  right!: string;

  @ApiProperty({ type: [RightReasonDto] })
  reasons!: RightReasonDto[];
}

export class StatementRightOfPageDto {
  @ApiProperty({ type: [StatementRightOfDto] })
  items!: StatementRightOfDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
