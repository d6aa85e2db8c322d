import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '@plenary/ground/server';
import { groupRoles, themes } from '@plenary/groups/domain';

export class ListGroupsDto extends PageQuery {
  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Only groups the caller is in' })
  @IsOptional()
  @IsIn(['true', 'false'])
  mine?: 'true' | 'false';
}

export class GroupOrganisationDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: String, nullable: true })
  acronym!: string | null;
}

export class GroupPersonDto {
  @ApiProperty({ type: String, format: 'uuid' })
  personId!: string;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: String })
  colour!: string;

  @ApiProperty({ enum: groupRoles, enumName: 'GroupRole' })
  role!: string;

  @ApiProperty({ type: GroupOrganisationDto, nullable: true })
  organisation!: GroupOrganisationDto | null;
}

export class GroupDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ enum: themes, enumName: 'Theme' })
  theme!: string;

  @ApiProperty({ type: String })
  description!: string;

  @ApiProperty({ type: Number })
  memberCount!: number;

  @ApiProperty({ type: [GroupPersonDto] })
  leads!: GroupPersonDto[];

  @ApiProperty({ enum: groupRoles, enumName: 'GroupRole', nullable: true })
  myRole!: string | null;
}

export class GroupDetailDto extends GroupDto {
  @ApiProperty({ type: [GroupPersonDto] })
  members!: GroupPersonDto[];
}

export class GroupPageDto {
  @ApiProperty({ type: [GroupDto] })
  items!: GroupDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
