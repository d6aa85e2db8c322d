import type { IncomingMessage } from 'node:http';
import { Logger, type INestApplication } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { MessageMappingProperties } from '@nestjs/websockets';
import type { Server, ServerOptions, Socket } from 'socket.io';
import * as parser from 'socket.io-msgpack-parser';
import { limits } from '@plenary/ground/collab/protocol';
import { AppConfig, credentialsFrom, isOwnOrigin, Processes } from '@plenary/ground/server';
import { Handshake, type SocketData } from './handshake.js';
import { OneFrameAdapter } from './one-frame.adapter.js';
import { Patience } from './patience.js';
import { roomOf } from './rooms.js';
import { shareConnections, type Engine } from './socket-ids.js';

/** An update of the largest size with its envelope. */
const largestMessage = limits.updateBytes + 16_384;

/** Nest's Socket.IO server as Plenary needs it: one binary frame a message, own origins only, known people only. */
export class RealtimeAdapter extends IoAdapter {
  private readonly config: AppConfig;
  private readonly known = new WeakMap<Socket, Set<string>>();
  private readonly patience: Patience;
  private readonly log = new Logger('sockets');

  constructor(private readonly app: INestApplication) {
    super(app);
    this.config = app.get(AppConfig);
    this.patience = app.get(Patience);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const server = super.createIOServer(port, {
      ...options,
      parser,
      adapter: OneFrameAdapter,
      transports: ['websocket', 'polling'],
      perMessageDeflate: false,
      httpCompression: false,
      serveClient: false,
      maxHttpBufferSize: largestMessage,
      // Dead connections are noticed within 5 + 10 seconds. Milliseconds.
      pingInterval: 10_000,
      pingTimeout: 5_000,
      connectTimeout: 10_000,
      allowRequest: (request: IncomingMessage, decide: (reason: null, allowed: boolean) => void) =>
        decide(null, this.mayConnect(request)),
    } as never) as Server;
    const processes = this.app.get(Processes);
    if (processes.several) shareConnections(server.engine as unknown as Engine, processes);
    const handshake = this.app.get(Handshake);
    server.use((socket, next) => {
      handshake.admit(socket).then(
        () => next(),
        (reason: Error) => next(reason),
      );
    });
    server.on('connection', (socket) => void handshake.keepWatch(socket));
    return server;
  }

  /**
   * Messages go straight to their handler, with its guards and filters, and the answer into the acknowledgement. The
   * library's own way leads each of them through a stream, which costs more than judging an edit.
   */
  override bindMessageHandlers(socket: Socket, handlers: MessageMappingProperties[]): void {
    this.listenForUnknown(
      socket,
      handlers.map(({ message }) => message),
    );
    for (const { message, callback } of handlers) {
      socket.on(message, (...words: unknown[]) => {
        const answering =
          typeof words.at(-1) === 'function' ? (words.pop() as (answer: unknown) => void) : null;
        const acknowledge = (answer: unknown): void => {
          const code = (answer as { error?: { code?: string } }).error?.code;
          if (code) this.noteRefusal(socket, code, words[0]);
          else this.patience.answered((socket.data as SocketData).actor.sessionId);
          answering?.(answer);
        };
        void (callback(words[0], acknowledge) as Promise<unknown>).then((answer) => {
          // What was refused has been answered by the filter.
          if (answer !== undefined && answer !== null) acknowledge(answer);
        });
      });
    }
  }

  /** Each gateway binds its own; what none of them knows is a refusal. */
  private listenForUnknown(socket: Socket, messages: readonly string[]): void {
    const before = this.known.get(socket);
    const known = before ?? new Set();
    messages.forEach((message) => known.add(message));
    if (before) return;
    this.known.set(socket, known);
    socket.onAny((name: string, ...words: unknown[]) => {
      if (!known.has(name)) this.noteRefusal(socket, 'message.invalid', words[0]);
    });
  }

  /** SYNC-14: after too many the session's sockets are closed, without waiting for what was to be sent. */
  private noteRefusal(socket: Socket, code: string, message: unknown): void {
    const { sessionId } = (socket.data as SocketData).actor;
    if (!this.patience.refused(sessionId, code, bytesOf(message))) return;
    this.log.warn({ code: 'sockets.sent-away' });
    const { adapter, sockets } = socket.nsp;
    for (const id of [...(adapter.rooms.get(roomOf.session(sessionId)) ?? [])]) {
      const { transport } = sockets.get(id)!.conn as unknown as {
        transport: { socket?: { terminate(): void } };
      };
      if (transport.socket) transport.socket.terminate();
      else sockets.get(id)!.disconnect(true);
    }
  }

  /**
   * A browser says where its page came from: that must be us. Without an origin there is no page, and so there
   * must be no cookie either: scripts come with a token.
   */
  private mayConnect(request: IncomingMessage): boolean {
    if (request.headers.origin !== undefined) return isOwnOrigin(request, this.config.publicUrl);
    if (credentialsFrom(request.headers).cookie === null) return true;
    return request.headers['sec-fetch-site'] === 'same-origin';
  }
}

/** What weighs in a message: its bytes, and words. */
function bytesOf(message: unknown): number {
  if (typeof message !== 'object' || message === null)
    return typeof message === 'string' ? message.length : 0;
  return Object.values(message).reduce<number>((sum, value) => {
    if (value instanceof Uint8Array || value instanceof ArrayBuffer) return sum + value.byteLength;
    return sum + (typeof value === 'string' ? value.length : 0);
  }, 0);
}
