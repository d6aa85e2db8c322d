import { ApiProperty } from '@nestjs/swagger';
import { tokenScopes, type TokenScope } from '@plenary/identity/domain';

export class MyPersonView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  displayName!: string;
  @ApiProperty()
  email!: string;
  @ApiProperty()
  language!: string;
  @ApiProperty({ description: 'Caret colour, six-digit hex' })
  colour!: string;
}

export class MySessionView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
}

export class MeView {
  @ApiProperty({ type: MyPersonView })
  person!: MyPersonView;
  @ApiProperty({ type: MySessionView })
  session!: MySessionView;
}

export class SessionView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Family of the browser' })
  device!: string | null;
  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
  @ApiProperty({ format: 'date-time', description: 'To the hour' })
  lastUsedAt!: string;
  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
  @ApiProperty()
  isCurrent!: boolean;
}

export class SessionListView {
  @ApiProperty({ type: [SessionView] })
  items!: SessionView[];
}

export class TokenView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ enum: tokenScopes })
  scope!: TokenScope;
  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastUsedAt!: string | null;
}

export class TokenListView {
  @ApiProperty({ type: [TokenView] })
  items!: TokenView[];
}

export class CreatedTokenView {
  @ApiProperty({ description: 'Shown this once' })
  token!: string;
  @ApiProperty({ type: TokenView })
  view!: TokenView;
}

export class DemoSignInView {
  @ApiProperty()
  email!: string;
  @ApiProperty()
  password!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty()
  roleKey!: string;
  @ApiProperty({ type: String, nullable: true })
  organisation!: string | null;
}

export class DemoView {
  @ApiProperty({ type: [DemoSignInView] })
  items!: DemoSignInView[];
}

export class EmailConfirmedView {
  @ApiProperty({ description: 'Both ends have confirmed: the address is changed' })
  done!: boolean;
}
