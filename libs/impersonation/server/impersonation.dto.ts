import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { organisationLimits } from '@plenary/organisations/domain';

export class BeginImpersonationDto {
  @ApiProperty({
    type: String,
    maxLength: organisationLimits.reasonLength,
    description: 'Told to the person',
  })
  @IsString()
  @MaxLength(organisationLimits.reasonLength)
  reason!: string;
}

export class ImpersonationDto {
  @ApiProperty({ type: String, format: 'uuid', description: 'For the header `Plenary-Look`' })
  id!: string;

  @ApiProperty({ type: String, format: 'uuid' })
  personId!: string;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  endsAt!: string;
}
