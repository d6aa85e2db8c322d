import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn } from 'class-validator';
import { IsId } from '@plenary/ground/server';
import {
  organisationLimits,
  representativeRoles,
  type RepresentativeRole,
} from '@plenary/organisations/domain';

export class ChangeRepresentativeDto {
  @ApiProperty({ enum: representativeRoles, enumName: 'RepresentativeRole' })
  @IsIn(representativeRoles)
  role!: RepresentativeRole;
}

export class ChooseSpokesDto {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsId()
  organisationId!: string;
}

/** Those whom an act is about. */
export class SomePeopleDto {
  @ApiProperty({ type: [String], format: 'uuid', maxItems: organisationLimits.bulkLines })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(organisationLimits.bulkLines)
  @ArrayUnique()
  @IsId({ each: true })
  personIds!: string[];
}

export class BulkRolesDto extends SomePeopleDto {
  @ApiProperty({ type: Boolean, description: 'False withdraws it' })
  @IsBoolean()
  give!: boolean;
}
