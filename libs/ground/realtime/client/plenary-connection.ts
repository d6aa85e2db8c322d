import { io, type Socket } from 'socket.io-client';
import * as parser from 'socket.io-msgpack-parser';
import { stopwatch, type Stopwatch } from '@plenary/ground/kernel';
import { newsNotices, protocolVersion, type HandshakeAuth } from '@plenary/ground/realtime/protocol';
import { Emitter } from './emitter.js';
import { NoAnswer, Refusal } from './refusal.js';

export interface ConnectionOptions {
  /** Address of the server, for example `https://plenary.example.org`; the page's own by default. */
  readonly url?: string;
  /** A personal API token; browsers send their cookie instead. */
  readonly token?: string;
  /** Id of an impersonation: the texts are seen as another person sees them, and not changed. */
  readonly look?: string;
  /** WebSocket first; long polling where networks block it. */
  readonly transports?: readonly ('websocket' | 'polling')[];
  /** After so many milliseconds without an answer a message counts as lost. */
  readonly answerWithin?: number;
  readonly watch?: Stopwatch;
}

interface Notices {
  up: void;
  down: void;
  ended: void;
  close: void;
}

const usualAnswerWithin = 10_000;
/** Codes at the handshake after which trying again is of no use. */
const finalCodes = new Set(['session.ended', 'protocol.unsupported']);

/**
 * One socket to Plenary, for news and for all documents that are open on it; it knows neither. It reconnects by
 * itself, with jitter, and falls back to polling where WebSockets are blocked.
 */
export class PlenaryConnection {
  readonly socket: Socket;
  readonly watch: Stopwatch;
  private readonly answerWithin: number;
  private readonly notices = new Emitter<Notices>();
  private failures = 0;
  private lost = 0;

  constructor(options: ConnectionOptions = {}) {
    this.watch = options.watch ?? stopwatch;
    this.answerWithin = options.answerWithin ?? usualAnswerWithin;
    const auth: HandshakeAuth = {
      protocol: protocolVersion,
      ...(options.token ? { token: options.token } : {}),
      ...(options.look ? { look: options.look } : {}),
    };
    const settings = {
      auth,
      parser,
      transports: [...(options.transports ?? ['websocket', 'polling'])],
      // A network that refuses WebSockets: the next kind is tried at once.
      tryAllTransports: true,
      withCredentials: true,
      forceNew: true,
      reconnectionDelay: 500,
      reconnectionDelayMax: 2_500,
      randomizationFactor: 0.5,
      timeout: 8_000,
    };
    this.socket = options.url === undefined ? io(settings) : io(options.url, settings);
    this.socket.on('connect', () => {
      this.failures = 0;
      this.lost = 0;
      this.notices.emit('up', undefined);
    });
    this.socket.on('disconnect', (reason) => {
      this.notices.emit('down', undefined);
      // The server ends sockets of ended sessions after saying so; any other end by the server is worth a try.
      if (reason === 'io server disconnect' && !this.hasEnded) this.reconnectSoon();
    });
    this.socket.on('connect_error', (error) => this.onConnectError(error));
    this.socket.on(newsNotices.ended, () => this.end());
  }

  hasEnded = false;
  private isClosed = false;

  get isUp(): boolean {
    return this.socket.connected;
  }

  /** The session or token ended: sign in anew. */
  onEnded(listener: () => void): () => void {
    return this.notices.on('ended', listener);
  }

  /** A message of the server, by its name. */
  onMessage<Message>(name: string, listener: (message: Message) => void): () => void {
    this.socket.on(name, listener);
    return () => this.socket.off(name, listener);
  }

  /** The line came up or went down. */
  onLine(up: () => void, down: () => void): () => void {
    const off = [this.notices.on('up', up), this.notices.on('down', down)];
    return () => off.forEach((each) => each());
  }

  /** Sends one message and resolves with its answer. Throws `Refusal`, or `NoAnswer` when none came in time. */
  async ask<Answer>(name: string, message: object, within: number = this.answerWithin): Promise<Answer> {
    if (!this.socket.connected) throw new NoAnswer();
    const answer = await new Promise<Record<string, unknown>>((resolve, reject) => {
      const off = this.notices.on('down', () => reject(new NoAnswer()));
      this.socket
        .timeout(within)
        .emit(name, message, (late: Error | null, answered: Record<string, unknown>) => {
          off();
          if (late) reject(new NoAnswer());
          else resolve(answered);
        });
    });
    const error = answer['error'] as { code: string; params: Refusal['params'] } | undefined;
    if (error) throw new Refusal(error.code, error.params);
    return answer as Answer;
  }

  /** Says something that is not answered; dropped while the line is down. */
  tell(name: string, message: object): void {
    if (this.socket.connected) this.socket.emit(name, message);
  }

  /** The line seems dead: drop it, so that a new one is made. */
  restart(): void {
    if (this.socket.connected) this.socket.io.engine.close();
  }

  /** Calls before the line is given up for good, while it can still be spoken on. */
  onClose(listener: () => void): () => void {
    return this.notices.on('close', listener);
  }

  close(): void {
    this.notices.emit('close', undefined);
    // A try that waits for its moment must not open the line again.
    this.isClosed = true;
    this.socket.disconnect();
  }

  private onConnectError(error: Error & { data?: { code?: string } }): void {
    this.notices.emit('down', undefined);
    const code = error.data?.code;
    if (code && finalCodes.has(code)) return this.end();
    // A refusal by the server (not by the network) stops Socket.IO's own tries.
    if (!this.socket.active) this.reconnectSoon();
    else this.tryOtherWay();
  }

  /** Some networks swallow WebSockets without a word: after two failures the other kind goes first. */
  private tryOtherWay(): void {
    const { opts } = this.socket.io as unknown as { opts: { transports: string[] } };
    if (++this.lost % 2 === 0) opts.transports = [...opts.transports].reverse();
  }

  private reconnectSoon(): void {
    this.failures = Math.min(this.failures + 1, 5);
    const wait = 300 * 2 ** this.failures * (0.5 + Math.random());
    this.watch.after(wait, () => {
      if (!this.hasEnded && !this.isClosed && !this.socket.connected) this.socket.connect();
    });
  }

  private end(): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.socket.disconnect();
    this.notices.emit('ended', undefined);
  }
}
