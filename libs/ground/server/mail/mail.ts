import { Inject, Injectable, Optional } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, newId } from '@plenary/ground/kernel';
import { AppConfig } from '../config/app-config.js';
import { addressHash } from './address-hash.js';
import { composeEmail, type Email } from './email.js';
import { EmailBranding } from './email-branding.js';
import { Jobs } from '../jobs/jobs.js';
import { jobOf, sendJob } from './mail-sender.js';
import { MailEntity } from './mail.entity.js';

/**
 * Where e-mails go: out by the mail server, into a mailbox that demonstrations and development show, or nowhere until a
 * server is set.
 */
export type EmailDelivery = 'sent' | 'mailbox' | 'waiting';

/** Rows of one statement. */
const batch = 200;

export interface AddressedEmail {
  readonly to: { readonly email: string; readonly language: string };
  readonly message: Email;
}

/** E-mails to people. They are written in the transaction that they tell of, and leave after its commit. */
@Injectable()
export class Mail {
  constructor(
    private readonly config: AppConfig,
    private readonly jobs: Jobs,
    @Optional() @Inject(EmailBranding) private readonly branding: EmailBranding | null = null,
    private readonly clock: Clock,
  ) {}

  /** The address of a page of this installation, for a link in an e-mail; `path` begins with a slash. */
  link(path: string): string {
    // Never from a request: whoever sends one chooses its host, and would get the secret of the link.
    return new URL(path, this.config.ownAddress).href;
  }

  delivery(isDemo: boolean): EmailDelivery {
    const { smtpUrl, mailbox } = this.config;
    if (smtpUrl) return 'sent';
    return mailbox === 'open' || (mailbox === 'demo' && isDemo) ? 'mailbox' : 'waiting';
  }

  /** E-mails that have not left, and those that are tried no more. */
  async unsent(tx: EntityManager): Promise<{ waiting: number; failed: number }> {
    const [{ unsent, refused }] = await tx.query(
      `SELECT count(*) FILTER (WHERE refused_at IS NULL)::int AS unsent,
              count(*) FILTER (WHERE refused_at IS NOT NULL)::int AS refused
         FROM mail WHERE sent_at IS NULL`,
    );
    const givenUp = await this.jobs.countFailed(tx, sendJob);
    return { waiting: Math.max(0, unsent - givenUp), failed: refused + givenUp };
  }

  /** Those of these addresses whose last e-mail came back. */
  async comesBack(tx: EntityManager, addresses: readonly string[]): Promise<Set<string>> {
    if (addresses.length === 0) return new Set();
    const rows: { refused_to: string }[] = await tx.query(
      'SELECT refused_to FROM mail WHERE refused_to = ANY($1)',
      [addresses.map(addressHash)],
    );
    const refused = new Set(rows.map((row) => row.refused_to));
    return new Set(addresses.filter((address) => refused.has(addressHash(address))));
  }

  /** E-mails to this address that have not left are not sent. */
  async withdraw(tx: EntityManager, address: string): Promise<void> {
    await tx.query('DELETE FROM mail WHERE to_address = $1 AND sent_at IS NULL', [address]);
  }

  post(tx: EntityManager, to: { email: string; language: string }, message: Email): Promise<void> {
    return this.postAll(tx, [{ to, message }]);
  }

  /** Many at once, in few statements. */
  async postAll(tx: EntityManager, emails: readonly AddressedEmail[]): Promise<void> {
    if (emails.length === 0) return;
    const at = new Date(this.clock.now());
    const sender = (await this.branding?.sender(tx)) ?? null;
    const rows = emails.map(({ to, message }) => ({
      id: newId(),
      to: to.email,
      language: to.language,
      ...composeEmail(message, to.language, sender),
      createdAt: at,
      sentAt: null,
      ...{ refusedAt: null, refusedTo: null },
    }));
    for (let from = 0; from < rows.length; from += batch)
      await tx.insert(MailEntity, rows.slice(from, from + batch));
    // Without a mail server they wait for one: then `MailSender` adds their jobs.
    if (this.config.smtpUrl)
      await this.jobs.addAll(
        tx,
        sendJob,
        rows.map(({ id }) => jobOf(id)),
      );
  }
}
