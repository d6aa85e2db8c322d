import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { DataSource, type EntityManager } from 'typeorm';
import { AppConfig } from '../config/app-config.js';
import { addressHash } from './address-hash.js';
import type { MailEntity } from './mail.entity.js';

/** Milliseconds. */
const sweepEvery = 1_000;
/** Letters taken at once; each is sent and marked before the next ones are taken. */
const batch = 10;
/** A server that refuses for now is asked again after 1, 2, 4 … minutes, two days long; then the letter is given up. */
export const mostAttempts = 48;

/** As nodemailer throws it. A sign-in or a sender that is refused is a setting of ours, which somebody will mend. */
interface SmtpFailure {
  readonly responseCode?: number;
  readonly code?: string;
  readonly command?: string;
}

/** How an attempt ended; `refused`: the server says that no later one will do better (RFC 5321, 4.2.1). */
type Outcome = 'sent' | 'refused' | 'later';

/** Hands letters to the SMTP server, at least once each; several processes share the work. */
@Injectable()
export class MailDispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('mail');
  private readonly transport: Transporter | null;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(
    private readonly database: DataSource,
    private readonly config: AppConfig,
  ) {
    this.transport = config.smtpUrl
      ? createTransport({ url: config.smtpUrl, connectionTimeout: 10_000, socketTimeout: 20_000 } as never)
      : null;
  }

  onApplicationBootstrap(): void {
    if (!this.transport) return;
    this.timer = setInterval(() => this.sweep(), sweepEvery);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.running;
    this.transport?.close();
  }

  private sweep(): void {
    this.running ??= this.drain().finally(() => (this.running = null));
  }

  private async drain(): Promise<void> {
    try {
      while (!this.stopped && (await this.sendSome()) === batch);
    } catch (reason) {
      this.log.warn({ code: 'mail.waiting', kind: (reason as Error).name });
    }
  }

  private sendSome(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const due: Pick<MailEntity, 'id' | 'to' | 'subject' | 'text' | 'html' | 'attempts'>[] = await tx.query(
        `SELECT id, to_address AS "to", subject, text, html, attempts FROM mail
         WHERE sent_at IS NULL AND refused_at IS NULL AND due_at <= now() AND attempts < ${mostAttempts}
         ORDER BY due_at LIMIT ${batch} FOR UPDATE SKIP LOCKED`,
      );
      for (const letter of due) {
        await this.note(tx, letter, await this.send(letter));
      }
      return due.length;
    });
  }

  private async note(
    tx: EntityManager,
    { id, to, attempts }: Pick<MailEntity, 'id' | 'to' | 'attempts'>,
    outcome: Outcome,
  ): Promise<void> {
    if (outcome === 'later') {
      await tx.query(
        `UPDATE mail SET attempts = attempts + 1,
           due_at = now() + make_interval(mins => least(60, power(2, $2::int))::int) WHERE id = $1`,
        [id, attempts],
      );
      return;
    }
    // Of an address that takes no letters the last one's refusal is kept; of one that takes them, nothing.
    await tx.query('DELETE FROM mail WHERE refused_to = $1', [addressHash(to!)]);
    const [ended, whose] = outcome === 'sent' ? ['sent_at', null] : ['refused_at', addressHash(to!)];
    await tx.query(
      `UPDATE mail SET ${ended} = now(), refused_to = $2, to_address = NULL, subject = NULL, text = NULL, html = NULL
        WHERE id = $1`,
      [id, whose],
    );
  }

  private async send({ to, subject, text, html }: Partial<MailEntity>): Promise<Outcome> {
    try {
      const headers = { 'Auto-Submitted': 'auto-generated' };
      await this.transport!.sendMail({
        from: this.config.mailFrom!,
        // As it is: nothing in it is read as a name, a list or a comment.
        to: { name: '', address: to! },
        subject: subject!,
        text: text!,
        html: html!,
        headers,
      });
      return 'sent';
    } catch (reason) {
      // The server's words may hold the address: only its number is kept.
      const { responseCode, code, command } = reason as SmtpFailure;
      this.log.warn({ code: 'mail.not-sent', kind: String(responseCode ?? code ?? 'unknown') });
      const forGood = (responseCode ?? 0) >= 500 && (command === 'RCPT TO' || command === 'DATA');
      return forGood ? 'refused' : 'later';
    }
  }
}
