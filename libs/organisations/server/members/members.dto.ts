import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { representativeRoles, type RepresentativeRole } from '@plenary/organisations/domain';

export class ChangeRepresentativeDto {
  @ApiProperty({ enum: representativeRoles, enumName: 'RepresentativeRole' })
  @IsIn(representativeRoles)
  role!: RepresentativeRole;
}

export class ChooseSpokesDto {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  organisationId!: string;
}
