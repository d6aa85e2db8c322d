import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsObject, IsString, Matches, MaxLength, registerDecorator } from 'class-validator';
import { organisationLimits, savedListKinds, type SavedListKind } from '@plenary/organisations/domain';

/** A page's search: up to 20 short values by name. */
const IsSearch = () => (target: object, propertyName: string) =>
  registerDecorator({
    name: 'isSearch',
    target: target.constructor,
    propertyName,
    validator: {
      validate: (value: unknown) =>
        Object.entries(value ?? {}).length <= 20 &&
        Object.entries(value ?? {}).every(
          ([name, each]) => name.length <= 40 && typeof each === 'string' && each.length <= 200,
        ),
    },
  });

export class SaveListDto {
  @ApiProperty({ enum: savedListKinds, enumName: 'SavedListKind' })
  @IsIn(savedListKinds)
  list!: SavedListKind;

  @ApiProperty({ type: String, maxLength: organisationLimits.savedListNameLength })
  @IsString()
  @Matches(/\S/)
  @MaxLength(organisationLimits.savedListNameLength)
  name!: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  @IsObject()
  @IsSearch()
  search!: Record<string, string>;
}

export class SavedListDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: savedListKinds, enumName: 'SavedListKind' })
  list!: SavedListKind;

  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  search!: Record<string, string>;
}
