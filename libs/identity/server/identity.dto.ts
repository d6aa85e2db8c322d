import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { interfaceLanguages } from '@plenary/ground/kernel';
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
}

export class UpdateMeDto {
  @ApiPropertyOptional({ maxLength: displayNameLength })
  @IsOptional()
  @IsString()
  @MaxLength(displayNameLength)
  displayName?: string;

  @ApiPropertyOptional({ enum: interfaceLanguages })
  @IsOptional()
  @IsIn(interfaceLanguages)
  language?: string;
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
}

/** A secret as a letter carries it. */
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
