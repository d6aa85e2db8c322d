import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy of the kind that some offices have: plain HTTP passes, WebSockets are refused. */
export class NoWebSockets {
  private constructor(private readonly server: Server) {}

  static async to(url: string): Promise<NoWebSockets> {
    const target = new URL(url);
    const server = createServer((incoming, answer) => {
      const { method, headers, url: path } = incoming;
      const outgoing = request(
        { host: target.hostname, port: target.port, method, headers, path },
        (from) => {
          answer.writeHead(from.statusCode ?? 502, from.headers);
          from.pipe(answer);
        },
      );
      outgoing.on('error', () => answer.destroy());
      // A long poll that its client gives up on must end at the server, too.
      answer.on('close', () => outgoing.destroy());
      incoming.pipe(outgoing);
    });
    server.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return new NoWebSockets(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((closed) => this.server.close(() => closed()));
  }
}
