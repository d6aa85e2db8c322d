import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Mail, MailEntity } from '@plenary/ground/server';
import { failOperation } from '@plenary/operation/domain';
import { SetupService } from '@plenary/organisations/server';

/** E-mails shown; a demonstration writes few. */
const shown = 50;

/** OPS-2: e-mails that cannot be sent, for demonstrations and development; nowhere else. */
@Injectable()
export class MailboxService {
  constructor(
    private readonly database: DataSource,
    private readonly mail: Mail,
    private readonly setup: SetupService,
  ) {}

  async list(): Promise<MailEntity[]> {
    if (!(await this.isOpen())) return failOperation('mailbox.closed');
    return this.database.manager.find(MailEntity, { order: { createdAt: 'DESC', id: 'DESC' }, take: shown });
  }

  private async isOpen(): Promise<boolean> {
    return this.mail.delivery((await this.setup.door()).coalition?.isDemo ?? false) === 'mailbox';
  }
}
