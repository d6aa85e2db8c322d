import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { interfaceLanguages } from '@plenary/ground/kernel';
import { MayBeAbsent } from '@plenary/ground/server';
import { identityLimits, tokenScopes, type TokenScope } from '@plenary/identity/domain';

const { displayNameLength, emailLength, passwordMost, tokenNameLength, tokenDaysMost } = identityLimits;

export class SignInDto {
  @ApiProperty({ example: 'amara@demo.plenary.example' })
  @IsString()
  @MinLength(1)
  @MaxLength(emailLength)
  email!: string;

  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(passwordMost)
  password!: string;

  @ApiPropertyOptional({ description: 'Six digits of the app, or a code on paper' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(40)
  code?: string;
}

export class UpdateMeDto {
  @ApiPropertyOptional({ maxLength: displayNameLength })
  @MayBeAbsent()
  @IsString()
  @MaxLength(displayNameLength)
  displayName?: string;

  @ApiPropertyOptional({ enum: interfaceLanguages })
  @MayBeAbsent()
  @IsIn(interfaceLanguages)
  language?: string;

  @ApiPropertyOptional({ maxLength: displayNameLength, type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(displayNameLength)
  fullName?: string | null;

  @ApiPropertyOptional({ type: [String], description: 'BCP 47' })
  @MayBeAbsent()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(identityLimits.languagesPerPerson)
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { each: true })
  languages?: string[];

  @ApiPropertyOptional({ type: String, nullable: true, description: 'IANA name' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  timeZone?: string | null;
}

export class OwnPasswordDto {
  @ApiProperty({ description: 'The present password' })
  @IsString()
  @MaxLength(passwordMost)
  password!: string;
}

export class CodeDto {
  @ApiProperty({ description: 'Six digits of the app' })
  @IsString()
  @MaxLength(40)
  code!: string;
}

export class WebAuthnAnswerDto {
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'What the browser made, as JSON' })
  @IsObject()
  response!: Record<string, unknown>;
}

export class NewPasskeyDto extends WebAuthnAnswerDto {
  @ApiProperty({ maxLength: identityLimits.tokenNameLength })
  @IsString()
  @MinLength(1)
  @MaxLength(identityLimits.tokenNameLength)
  name!: string;
}

/** The half of an outside sign-in that waits for a code. */
export class OutsideCodeDto extends CodeDto {
  @ApiProperty({ maxLength: 100 })
  @IsString()
  @MaxLength(100)
  secret!: string;
}

export class ChangePasswordDto {
  @ApiProperty()
  @IsString()
  @MaxLength(passwordMost)
  current!: string;

  @ApiProperty({ minLength: identityLimits.passwordLeast, maxLength: passwordMost })
  @IsString()
  @MaxLength(passwordMost)
  next!: string;
}

export class CreateTokenDto {
  @ApiProperty({ maxLength: tokenNameLength })
  @IsString()
  @MinLength(1)
  @MaxLength(tokenNameLength)
  name!: string;

  @ApiProperty({ enum: tokenScopes })
  @IsIn(tokenScopes)
  scope!: TokenScope;

  @ApiProperty({ minimum: 1, maximum: tokenDaysMost })
  @IsInt()
  @Min(1)
  @Max(tokenDaysMost)
  expiresInDays!: number;

  @ApiProperty({ description: 'The present password' })
  @IsString()
  @MaxLength(passwordMost)
  password!: string;
}

export class EndSessionsQuery {
  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Keys for scripts, too' })
  @IsOptional()
  @IsIn(['true', 'false'])
  keys?: 'true' | 'false';
}

/** A secret as an e-mail carries it. */
export class SecretDto {
  @ApiProperty({ maxLength: 100 })
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  secret!: string;
}

export class AskForResetDto {
  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(emailLength)
  email!: string;
}

export class ResetPasswordDto extends SecretDto {
  @ApiProperty({ minLength: identityLimits.passwordLeast, maxLength: passwordMost })
  @IsString()
  @MaxLength(passwordMost)
  password!: string;
}

export class ChangeEmailDto {
  @ApiProperty({ maxLength: emailLength })
  @IsString()
  @MinLength(1)
  @MaxLength(emailLength)
  email!: string;

  @ApiProperty({ description: 'The present password' })
  @IsString()
  @MaxLength(passwordMost)
  password!: string;
}
