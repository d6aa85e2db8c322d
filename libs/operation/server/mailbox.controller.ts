import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Public } from '@plenary/ground/server';
import { MailboxService } from './mailbox.service.js';

export class LetterDto {
  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String })
  to!: string;

  @ApiProperty({ type: String })
  subject!: string;

  @ApiProperty({ type: String })
  text!: string;

  @ApiProperty({ type: String })
  language!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;
}

export class MailboxDto {
  @ApiProperty({ type: [LetterDto], description: 'The newest 50' })
  items!: LetterDto[];
}

@ApiTags('operation')
@Controller('mailbox')
export class MailboxController {
  constructor(private readonly mailbox: MailboxService) {}

  /** Open to everybody, since a letter is how one comes in; closed on every installation that is for real. */
  @Get()
  @Public()
  @ApiOkResponse({ type: MailboxDto })
  async list(): Promise<MailboxDto> {
    const letters = await this.mailbox.list();
    return {
      items: letters.map(({ id, to, subject, text, language, createdAt }) => ({
        ...{ id, to: to ?? '', subject: subject ?? '', text: text ?? '', language },
        at: createdAt.toISOString(),
      })),
    };
  }
}
