import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Metrics } from '../metrics/metrics.js';
import { Jobs, type JobCounts } from './jobs.js';

const figures: Readonly<Record<keyof JobCounts, string>> = {
  waiting: 'Jobs that wait, for their time or for a free hand',
  running: 'Jobs that are being done',
  failed: 'Jobs that were given up',
};

/** How many jobs there are, for Prometheus. */
@Injectable()
export class JobFigures implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly jobs: Jobs,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.metrics.watch('plenary_jobs', figures, () => this.jobs.counts(this.database.manager));
  }
}
