import cluster from 'node:cluster';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { AggregatorRegistry, type Registry } from 'prom-client';
import { AppConfig } from '../config/app-config.js';
import { Metrics } from './metrics.js';
import { serveMetrics } from './serve-metrics.js';

/** Serves this process's metrics; of several that share a port, their leader asks each of them. */
@Injectable()
export class MetricsServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private server: { close(): Promise<void> } | null = null;

  constructor(
    private readonly config: AppConfig,
    private readonly metrics: Metrics,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { metricsPort: port, metricsHost: host } = this.config;
    if (port === null) return;
    const { registry } = this.metrics;
    if (cluster.isWorker) return answerLeader(registry);
    this.server = await serveMetrics({ host, port }, async () => ({
      type: registry.contentType,
      text: await registry.metrics(),
    }));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.server?.close();
  }
}

function answerLeader(registry: Registry): void {
  AggregatorRegistry.setRegistries([registry]);
  // Only the making of one begins to listen for what the leader asks.
  new AggregatorRegistry();
}
