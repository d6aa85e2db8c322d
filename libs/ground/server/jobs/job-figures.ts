import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { DataSource } from 'typeorm';
import { Metrics } from '../metrics/metrics.js';
import { Jobs, type JobCounts } from './jobs.js';

const figures: Readonly<Record<keyof JobCounts, string>> = {
  waiting: 'Jobs that wait, for their time or for a free hand',
  running: 'Jobs that are being done',
  failed: 'Jobs that were given up',
};

/** How many jobs there are, for Prometheus; every process says the same of the one queue. */
@Injectable()
export class JobFigures implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly jobs: Jobs,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    const counts = () => this.jobs.counts(this.database.manager);
    for (const [what, help] of Object.entries(figures)) {
      new Gauge({
        ...{ name: `plenary_jobs_${what}`, help, registers: [this.metrics.registry], aggregator: 'max' },
        async collect() {
          // A database that is away is told by other means; the last number stays.
          await counts().then(
            (found) => this.set(found[what as keyof JobCounts]),
            () => undefined,
          );
        },
      });
    }
  }
}
