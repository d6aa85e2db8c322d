import type { IncomingMessage } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { MessageMappingProperties } from '@nestjs/websockets';
import type { Server, ServerOptions, Socket } from 'socket.io';
import * as parser from 'socket.io-msgpack-parser';
import { limits } from '@plenary/ground/collab/protocol';
import { AppConfig, credentialsFrom, isOwnOrigin, Processes } from '@plenary/ground/server';
import { Handshake } from './handshake.js';
import { OneFrameAdapter } from './one-frame.adapter.js';
import { shareConnections, type Engine } from './socket-ids.js';

/** An update of the largest size with its envelope. */
const largestMessage = limits.updateBytes + 16_384;

/** Nest's Socket.IO server as Plenary needs it: one binary frame a message, own origins only, known people only. */
export class RealtimeAdapter extends IoAdapter {
  private readonly config: AppConfig;

  constructor(private readonly app: INestApplication) {
    super(app);
    this.config = app.get(AppConfig);
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
    for (const { message, callback } of handlers) {
      socket.on(message, (...words: unknown[]) => {
        const acknowledge =
          typeof words.at(-1) === 'function' ? (words.pop() as (answer: unknown) => void) : null;
        void (callback(words[0], acknowledge) as Promise<unknown>).then((answer) => {
          // What was refused has been answered by the filter.
          if (answer !== undefined && answer !== null) acknowledge?.(answer);
        });
      });
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
