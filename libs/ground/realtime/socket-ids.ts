import { randomBytes } from 'node:crypto';
import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { processIdLength, type Processes } from '@plenary/ground/server';

/** Marks a request that came from a fellow process, so that it is not sent round in circles. */
const forwarded = 'x-plenary-forwarded';

type EngineRequest = IncomingMessage & { _query?: Record<string, string> };
type Next = (reason?: unknown) => void;

/** The parts of Socket.IO's engine that are used here; its published types leave them out. */
export interface Engine {
  generateId: (request: IncomingMessage) => string;
  use(middleware: (request: EngineRequest, response: ServerResponse, next: Next) => void): void;
}

/**
 * SYNC-31: a connection over HTTP polling is many requests, and a load balancer may send each of them to another
 * process. Ids of connections begin with the id of their process, so that a request that reached the wrong one is
 * passed on. WebSockets need none of this.
 */
export function shareConnections(engine: Engine, processes: Processes): void {
  engine.generateId = () => processes.id + randomBytes(15).toString('base64url');
  engine.use((request, response, next) => {
    const { sid, transport } = request._query ?? {};
    const owner = sid?.slice(0, processIdLength);
    if (!owner || owner === processes.id || transport !== 'polling' || request.headers[forwarded])
      return next();
    const address = processes.others().find((other) => other.id === owner)?.address;
    if (!address) return next();
    passOn(request, response, address);
  });
}

function passOn(request: EngineRequest, response: ServerResponse, address: string): void {
  const { method, headers, url } = request;
  const onward = ask(
    new URL(url!, address),
    { method, headers: { ...headers, [forwarded]: '1' } },
    (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    },
  );
  onward.on('error', () => {
    // The other process is gone: the client learns that its connection is, and makes a new one.
    if (!response.headersSent) response.writeHead(400, { 'content-type': 'application/json' });
    response.end('{"code":1,"message":"Session ID unknown"}');
  });
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}
