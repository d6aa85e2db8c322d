import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

interface Waiting {
  readonly line: string;
  readonly to: string;
  accept(): void;
}

/** A mail server of a spec's own. It may leave whoever brings an e-mail without an answer, for as long as is said. */
export class MailServer {
  /** Whom the e-mails are to that were taken, as often as they were. */
  readonly accepted: string[] = [];
  private holds: (address: string) => boolean = () => false;
  private held: Waiting[] = [];
  private readonly smtp = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'] },
    onData: (stream, { id: line, envelope }, done) => {
      const to = envelope.rcptTo[0]!.address;
      const accept = () => {
        this.accepted.push(to);
        done();
      };
      stream.resume();
      stream.on('end', () => (this.holds(to) ? void this.held.push({ line, to, accept }) : accept()));
    },
    onClose: ({ id }) => void (this.held = this.held.filter(({ line }) => line !== id)),
  });

  static async start(): Promise<MailServer> {
    const server = new MailServer();
    server.smtp.on('error', () => undefined);
    await new Promise<void>((listening) => server.smtp.listen(0, '127.0.0.1', listening));
    return server;
  }

  /** Settings of a server that sends its e-mails here. */
  get env(): Record<string, string> {
    const { port } = this.smtp.server.address() as AddressInfo;
    return { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'plenary@example.org' };
  }

  /** E-mails to these are not answered from now on. */
  hold(to: (address: string) => boolean): void {
    this.holds = to;
  }

  /** Whom those e-mails are to whose bringers wait for an answer at this moment. */
  get waiting(): readonly string[] {
    return this.held.map(({ to }) => to);
  }

  /** Takes what waits, and whatever comes. */
  letGo(): void {
    this.holds = () => false;
    this.held.splice(0).forEach(({ accept }) => accept());
  }

  stop(): Promise<void> {
    return new Promise((closed) => this.smtp.close(() => closed()));
  }
}
