import { createServer } from 'node:http';
import { StartupError } from '../config/startup-error.js';

/** Serves metrics on a port of their own, so that they are never reachable where people are. */
export async function serveMetrics(
  { host, port }: { host: string; port: number },
  read: () => Promise<{ readonly type: string; readonly text: string }>,
): Promise<{ close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    read().then(
      ({ type, text }) => response.writeHead(200, { 'content-type': type }).end(text),
      () => response.writeHead(503).end(),
    );
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      failed(
        code === 'EADDRINUSE'
          ? new StartupError('metrics.taken', { port })
          : new StartupError('metrics.unusable', { host, port, reason: String(code) }),
      ),
    );
    server.listen(port, host, listening);
  });
  server.unref();
  return { close: () => new Promise((closed) => server.close(() => closed())) };
}
