import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '@plenary/ground/kernel';
import { Jobs, UnitOfWork } from '@plenary/ground/server';
import { failOperation, type FailedWorkView } from '@plenary/operation/domain';
import { CoordinatorsOnly } from './coordinators-only.js';

/** OPS-3: work that was given up after its last attempt, for coordinators, who can have it tried again. */
@Injectable()
export class FailedWorkService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly coordinators: CoordinatorsOnly,
  ) {}

  async get(actor: Actor): Promise<FailedWorkView> {
    await this.coordinators.admit(actor);
    const tx = this.database.manager;
    const [counts, failed] = [await this.jobs.counts(tx), await this.jobs.failed(tx)];
    return { ...counts, items: failed.map((each) => ({ ...each, addedAt: each.addedAt.toISOString() })) };
  }

  async retry(actor: Actor, number: string): Promise<void> {
    await this.coordinators.admit(actor);
    await this.unit.run(actor, async (tx) => {
      const known = await this.jobs.tryAgain(tx.manager, number);
      if (!known) failOperation('operation.no-failed-work');
    });
  }
}
