import { ApiProperty } from '@nestjs/swagger';
import { capacities } from '@plenary/groups/domain';
import { askedKinds } from '@plenary/rights/domain';

const reaches = ['all', 'own'];
const capacity = { enum: capacities, enumName: 'Capacity' };
const reach = { enum: reaches, enumName: 'Reach' };

export class DeedHolderDto {
  @ApiProperty(capacity)
  capacity!: string;

  @ApiProperty(reach)
  reach!: string;
}

export class DeedDto {
  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({
    type: String,
    description: 'The heading under which it stands; deeds come by their headings',
  })
  chapter!: string;

  @ApiProperty({ type: [DeedHolderDto] })
  by!: DeedHolderDto[];
}

export class DeedListDto {
  @ApiProperty({ type: [DeedDto] })
  items!: DeedDto[];
}

export class CapacityOfDto {
  @ApiProperty({ enum: ['organisation', 'group'] })
  kind!: string;

  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null where the caller may not find it' })
  name!: string | null;
}

export class CapacityDto {
  @ApiProperty(capacity)
  capacity!: string;

  @ApiProperty({ type: CapacityOfDto, nullable: true })
  of!: CapacityOfDto | null;
}

export class AllowedDeedDto {
  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({
    type: String,
    description: 'The heading under which it stands; deeds come by their headings',
  })
  chapter!: string;

  @ApiProperty(reach)
  reach!: string;

  @ApiProperty({ type: [CapacityDto] })
  because!: CapacityDto[];
}

export class ExplainedDto {
  @ApiProperty({ enum: askedKinds, enumName: 'AskedKind' })
  kind!: string;

  @ApiProperty({ type: String })
  id!: string;

  @ApiProperty({ type: String, nullable: true })
  name!: string | null;

  @ApiProperty({ type: [CapacityDto] })
  held!: CapacityDto[];

  @ApiProperty({ type: [CapacityDto], description: 'Of organisations that are not active: no right follows' })
  asleep!: CapacityDto[];

  @ApiProperty({ type: [AllowedDeedDto] })
  deeds!: AllowedDeedDto[];
}
