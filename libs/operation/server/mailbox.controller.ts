import { Controller, Get } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { List } from '@plenary/ground/kernel';
import { Answers, ListOf, Public } from '@plenary/ground/server';
import { MailboxService } from './mailbox.service.js';

export class EmailDto {
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

@ApiTags('operation')
@Controller('mailbox')
export class MailboxController {
  constructor(private readonly mailbox: MailboxService) {}

  /**
   * The newest 50. Open to everybody, since an e-mail is how one comes in; closed on every installation that is for
   * real.
   */
  @Get()
  @Public()
  @Answers(ListOf(EmailDto))
  async list(): Promise<List<EmailDto>> {
    const emails = await this.mailbox.list();
    return {
      items: emails.map(({ id, to, subject, text, language, createdAt }) => ({
        ...{ id, to: to ?? '', subject: subject ?? '', text: text ?? '', language },
        at: createdAt.toISOString(),
      })),
    };
  }
}
