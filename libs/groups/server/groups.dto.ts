import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { MayBeAbsent, PageQuery, type Exactly } from '@plenary/ground/server';
import {
  groupAccesses,
  groupLimits,
  groupRoles,
  type GroupAccess,
  type GroupRole,
  type GroupDetailView,
  type GroupPersonView,
  type GroupRequestView,
  type GroupView,
} from '@plenary/groups/domain';
import { termLimits } from '@plenary/organisations/domain';

export class ListGroupsDto extends PageQuery {
  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Only groups the caller is in' })
  @IsOptional()
  @IsIn(['true', 'false'])
  mine?: 'true' | 'false';

  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Archived groups instead of those that work' })
  @IsOptional()
  @IsIn(['true', 'false'])
  archived?: 'true' | 'false';
}

export class NewGroupDto {
  @ApiProperty({ type: String, maxLength: groupLimits.nameLength })
  @IsString()
  @MaxLength(groupLimits.nameLength)
  name!: string;

  @ApiProperty({ type: String, maxLength: groupLimits.descriptionLength })
  @IsString()
  @MaxLength(groupLimits.descriptionLength)
  description!: string;

  @ApiProperty({ enum: groupAccesses, enumName: 'GroupAccess' })
  @IsIn(groupAccesses)
  access!: GroupAccess;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'Key of one of the coalition’s themes' })
  @IsOptional()
  @IsString()
  @MaxLength(termLimits.keyLength)
  theme?: string | null;
}

export class CreateGroupDto extends NewGroupDto {
  @ApiPropertyOptional({ type: Boolean, description: 'Who makes it leads it, too' })
  @MayBeAbsent()
  @IsBoolean()
  lead?: boolean;
}

export class ChangeGroupDto extends PartialType(NewGroupDto, { skipNullProperties: false }) {
  @ApiPropertyOptional({ type: Boolean })
  @MayBeAbsent()
  @IsBoolean()
  archived?: boolean;
}

export class AskToJoinDto {
  @ApiProperty({
    type: String,
    maxLength: groupLimits.noteLength,
    description: 'For the leads of a closed group',
  })
  @IsString()
  @MaxLength(groupLimits.noteLength)
  note!: string;
}

/** `asked`: it is a closed group, and its leads decide. */
export class GroupJoinedDto {
  @ApiProperty({ enum: ['joined', 'asked'] })
  done!: 'joined' | 'asked';
}

export class GroupMemberRoleDto {
  @ApiProperty({ enum: groupRoles, enumName: 'GroupRole' })
  @IsIn(groupRoles)
  role!: GroupRole;
}

export class GroupIdDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;
}

export class GroupOrganisationDto implements Exactly<
  NonNullable<GroupPersonView['organisation']>,
  GroupOrganisationDto
> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: String, nullable: true })
  acronym!: string | null;
}

export class GroupPersonDto implements Exactly<GroupPersonView, GroupPersonDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  personId!: string;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: String })
  colour!: string;

  @ApiProperty({ enum: groupRoles, enumName: 'GroupRole' })
  role!: GroupRole;

  @ApiProperty({ type: GroupOrganisationDto, nullable: true })
  organisation!: GroupOrganisationDto | null;
}

export class GroupDto implements Exactly<GroupView, GroupDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Key of one of the coalition’s themes' })
  theme!: string | null;

  @ApiProperty({ type: String })
  description!: string;

  @ApiProperty({ enum: groupAccesses, enumName: 'GroupAccess' })
  access!: GroupAccess;

  @ApiProperty({ type: Boolean })
  isArchived!: boolean;

  @ApiProperty({ type: Number })
  memberCount!: number;

  @ApiProperty({ type: [GroupPersonDto] })
  leads!: readonly GroupPersonDto[];

  @ApiProperty({ enum: groupRoles, enumName: 'GroupRole', nullable: true })
  myRole!: GroupRole | null;
}

export class GroupRequestDto implements Exactly<GroupRequestView, GroupRequestDto> {
  @ApiProperty({ type: String, format: 'uuid' })
  personId!: string;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: String })
  colour!: string;

  @ApiProperty({ type: String })
  note!: string;

  @ApiProperty({ type: GroupOrganisationDto, nullable: true })
  organisation!: GroupOrganisationDto | null;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt!: string;
}

export class GroupMayDto implements Exactly<GroupDetailView['may'], GroupMayDto> {
  @ApiProperty({ type: Boolean })
  lead!: boolean;

  @ApiProperty({ type: Boolean })
  join!: boolean;
}

export class GroupDetailDto extends GroupDto implements Exactly<GroupDetailView, GroupDetailDto> {
  @ApiProperty({ type: [GroupPersonDto] })
  members!: readonly GroupPersonDto[];

  @ApiProperty({ type: Boolean })
  hasAsked!: boolean;

  @ApiProperty({ type: [GroupRequestDto] })
  requests!: readonly GroupRequestDto[];

  @ApiProperty({ type: GroupMayDto })
  may!: GroupMayDto;
}
