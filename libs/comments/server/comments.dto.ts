import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import type { Exactly } from '@plenary/ground/server';
import { commentLimits, type CommentView } from '@plenary/comments/domain';

export class AddCommentDto {
  @ApiProperty({ type: String, maxLength: commentLimits.nameLength })
  @IsString()
  @MaxLength(commentLimits.nameLength)
  name!: string;
}

export class CommentIdDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;
}

export class CommentDto extends CommentIdDto implements Exactly<CommentView, CommentDto> {
  @ApiProperty({ type: String })
  name!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt!: string;
}
