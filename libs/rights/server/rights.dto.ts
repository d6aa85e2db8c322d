import { ApiProperty } from '@nestjs/swagger';
import type { Exactly } from '@plenary/ground/server';
import type { Reach } from '@plenary/ground/kernel';
import { capacities, type Capacity } from '@plenary/groups/domain';
import {
  askedKinds,
  type AskedKind,
  type CapacityView,
  type PermissionView,
  type ExplainedView,
} from '@plenary/rights/domain';

const reaches = ['all', 'own'];
const capacity = { enum: capacities, enumName: 'Capacity' };
const reach = { enum: reaches, enumName: 'Reach' };

export class PermissionHolderDto implements Exactly<PermissionView['by'][number], PermissionHolderDto> {
  @ApiProperty(capacity)
  capacity!: string;

  @ApiProperty(reach)
  reach!: Reach;
}

export class PermissionDto implements Exactly<PermissionView, PermissionDto> {
  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({
    type: String,
    description: 'The heading under which it stands; permissions come by their headings',
  })
  chapter!: string;

  @ApiProperty({ type: [PermissionHolderDto] })
  by!: readonly PermissionHolderDto[];
}

export class CapacityOfDto implements Exactly<NonNullable<CapacityView['of']>, CapacityOfDto> {
  @ApiProperty({ enum: ['organisation', 'group'] })
  kind!: string;

  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null where the caller may not find it' })
  name!: string | null;
}

export class CapacityDto implements Exactly<CapacityView, CapacityDto> {
  @ApiProperty(capacity)
  capacity!: Capacity;

  @ApiProperty({ type: CapacityOfDto, nullable: true })
  of!: CapacityOfDto | null;
}

export class AllowedPermissionDto implements Exactly<
  ExplainedView['permissions'][number],
  AllowedPermissionDto
> {
  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({
    type: String,
    description: 'The heading under which it stands; permissions come by their headings',
  })
  chapter!: string;

  @ApiProperty(reach)
  reach!: Reach;

  @ApiProperty({ type: [CapacityDto] })
  because!: readonly CapacityDto[];
}

export class ExplainedDto implements Exactly<ExplainedView, ExplainedDto> {
  @ApiProperty({ enum: askedKinds, enumName: 'AskedKind' })
  kind!: AskedKind;

  @ApiProperty({ type: String })
  id!: string;

  @ApiProperty({ type: String, nullable: true })
  name!: string | null;

  @ApiProperty({ type: [CapacityDto] })
  held!: readonly CapacityDto[];

  @ApiProperty({ type: [CapacityDto], description: 'Of organisations that are not active: no right follows' })
  asleep!: readonly CapacityDto[];

  @ApiProperty({ type: [AllowedPermissionDto] })
  permissions!: readonly AllowedPermissionDto[];
}
