import cluster from 'node:cluster';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import type { INestApplication } from '@nestjs/common';
import { Processes, type AppConfig } from '@plenary/ground/server';

/**
 * Says where fellow processes reach this one. Processes that share a port have one more each, on this machine only,
 * which leads to the same server.
 */
export async function takeRequestsOfFellows(app: INestApplication, config: AppConfig): Promise<void> {
  const processes = app.get(Processes);
  if (!processes.several) return;
  if (!cluster.isWorker) {
    processes.self.address = config.peerUrl ?? `http://${hostname()}:${config.port}`;
    return;
  }
  const served = app.getHttpServer();
  const own = createServer((request, response) => void served.emit('request', request, response));
  own.on('upgrade', (request, socket, head) => void served.emit('upgrade', request, socket, head));
  await new Promise<void>((listening) => {
    // `exclusive`: not shared with the other workers.
    own.listen({ port: 0, host: '127.0.0.1', exclusive: true }, listening);
  });
  own.unref();
  served.once('close', () => own.close());
  processes.self.address = `http://127.0.0.1:${(own.address() as AddressInfo).port}`;
}
