import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { DataSource } from 'typeorm';
import { AppConfig } from '../config/app-config.js';
import type { MailEntity } from './mail.entity.js';

/** Milliseconds. */
const sweepEvery = 1_000;
/** Letters taken at once; each is sent and marked before the next ones are taken. */
const batch = 10;
/** A server that refuses is asked again after 1, 2, 4 … minutes, two days long; then the letter is given up. */
export const mostAttempts = 48;

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
         WHERE sent_at IS NULL AND due_at <= now() AND attempts < ${mostAttempts}
         ORDER BY due_at LIMIT ${batch} FOR UPDATE SKIP LOCKED`,
      );
      for (const letter of due) {
        if (await this.send(letter)) {
          await tx.query(
            `UPDATE mail SET sent_at = now(), to_address = NULL, subject = NULL, text = NULL, html = NULL
             WHERE id = $1`,
            [letter.id],
          );
        } else {
          await tx.query(
            `UPDATE mail SET attempts = attempts + 1,
               due_at = now() + make_interval(mins => least(60, power(2, attempts))::int) WHERE id = $1`,
            [letter.id],
          );
        }
      }
      return due.length;
    });
  }

  private async send({ to, subject, text, html }: Partial<MailEntity>): Promise<boolean> {
    try {
      const headers = { 'Auto-Submitted': 'auto-generated' };
      await this.transport!.sendMail({
        from: this.config.mailFrom!,
        to: to!,
        subject: subject!,
        text: text!,
        html: html!,
        headers,
      });
      return true;
    } catch (reason) {
      // The server's words may hold the address: only its number is kept.
      const { responseCode, code } = reason as { responseCode?: number; code?: string };
      this.log.warn({ code: 'mail.not-sent', kind: String(responseCode ?? code ?? 'unknown') });
      return false;
    }
  }
}
