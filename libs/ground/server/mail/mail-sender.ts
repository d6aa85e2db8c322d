import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@plenary/ground/kernel';
import { AppConfig } from '../config/app-config.js';
import { Jobs } from '../jobs/jobs.js';
import { Job, type JobRun } from '../jobs/on-job.js';
import { addressHash } from './address-hash.js';
import { MailEntity } from './mail.entity.js';

export const sendJob = 'mail.send';
/** A server that refuses for now is asked again at a growing distance, two days long; then the e-mail is given up. */
const mostAttempts = 18;
/** Any number of our own. */
const addressLock = 762_836_282;
/** E-mails that waited for a mail server and get their jobs at once. */
const batch = 1_000;

/** As nodemailer throws it. A sign-in or a sender that is refused is a setting of ours, which somebody will mend. */
interface SmtpFailure {
  readonly responseCode?: number;
  readonly code?: string;
  readonly command?: string;
}

/** The server takes it at no later attempt, or only this one failed (RFC 5321, 4.2.1). */
type Outcome = 'sent' | 'refused';

/** Not taken now; named by the server's number, since its words may hold the address. */
class NotTaken extends Error {
  constructor(kind: string) {
    super(kind);
    this.name = `smtp ${kind}`;
  }
}

/** Hands e-mails to the SMTP server, at least once each. */
@Injectable()
export class MailSender implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('mail');
  private readonly transport: Transporter | null;

  constructor(
    private readonly database: DataSource,
    private readonly config: AppConfig,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {
    this.transport = config.smtpUrl
      ? createTransport({ url: config.smtpUrl, connectionTimeout: 10_000, socketTimeout: 20_000 } as never)
      : null;
  }

  /** E-mails that were written while no server was set, or before e-mails were jobs. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.transport) return;
    const tx = this.database.manager;
    for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows: { id: string }[] = await tx.query(
        `SELECT id FROM mail WHERE sent_at IS NULL AND refused_at IS NULL AND id > $1 ORDER BY id LIMIT ${batch}`,
        [last],
      );
      await this.jobs.addAll(
        tx,
        sendJob,
        rows.map(({ id }) => jobOf(id)),
        'keep',
      );
      if (rows.length < batch) return;
      last = rows.at(-1)!.id;
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  @Job(sendJob, { attempts: mostAttempts })
  async send({ id }: { readonly id?: string }, { attempt }: Pick<JobRun, 'attempt'>): Promise<void> {
    const message = await this.database.manager.findOneBy(MailEntity, { id: id! });
    // Withdrawn, or sent by a process that was killed before it could say so.
    if (!message || message.sentAt || message.refusedAt || !this.transport) return;
    const outcome = await this.offer(message, attempt);
    await this.database.transaction((tx) => this.note(tx, message, outcome));
  }

  private async note(tx: EntityManager, { id, to }: MailEntity, outcome: Outcome): Promise<void> {
    // Two e-mails to one address may end at the same moment.
    await tx.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [addressLock, addressHash(to!)]);
    // Of an address that takes no e-mails the last one's refusal is kept; of one that takes them, nothing.
    await tx.query('DELETE FROM mail WHERE refused_to = $1', [addressHash(to!)]);
    const [ended, whose] = outcome === 'sent' ? ['sent_at', null] : ['refused_at', addressHash(to!)];
    await tx.query(
      `UPDATE mail SET ${ended} = $3, refused_to = $2, to_address = NULL, subject = NULL, text = NULL, html = NULL
        WHERE id = $1`,
      [id, whose, new Date(this.clock.now())],
    );
  }

  private async offer({ id, to, subject, text, html }: MailEntity, attempt: number): Promise<Outcome> {
    const host = new URL(this.config.ownAddress).hostname;
    try {
      await this.transport!.sendMail({
        from: this.config.mailFrom!,
        // As it is: nothing in it is read as a name, a list or a comment.
        to: { name: '', address: to! },
        subject: subject!,
        text: text!,
        html: html!,
        // The same at every attempt: a reader's programs know an e-mail that comes twice.
        messageId: `<${id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return 'sent';
    } catch (reason) {
      const { responseCode, code, command } = reason as SmtpFailure;
      const kind = String(responseCode ?? code ?? 'unknown');
      this.log.warn({ code: 'mail.not-sent', kind, attempt });
      if ((responseCode ?? 0) >= 500 && (command === 'RCPT TO' || command === 'DATA')) return 'refused';
      throw new NotTaken(kind);
    }
  }
}

/** One job an e-mail. */
export const jobOf = (id: string) => ({ payload: { id }, key: `mail ${id}` });
