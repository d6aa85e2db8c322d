import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '@plenary/ground/kernel';
import { Jobs, UnitOfWork } from '@plenary/ground/server';
import { failOperation, type FailedWorkView } from '@plenary/operation/domain';
import { StandingService } from '@plenary/organisations/server';

/** OPS-3: work that was given up after its last attempt, for coordinators, who can have it tried again. */
@Injectable()
export class FailedWorkService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly standings: StandingService,
  ) {}

  async get(actor: Actor): Promise<FailedWorkView> {
    await this.refuseUnlessCoordinator(actor);
    const tx = this.database.manager;
    const [counts, failed] = [await this.jobs.counts(tx), await this.jobs.failed(tx)];
    return { ...counts, items: failed.map((each) => ({ ...each, addedAt: each.addedAt.toISOString() })) };
  }

  async retry(actor: Actor, number: string): Promise<void> {
    await this.refuseUnlessCoordinator(actor);
    await this.unit.run(actor, async (tx) => {
      const known = await this.jobs.tryAgain(tx.manager, number);
      if (!known) failOperation('operation.no-failed-work');
    });
  }

  private async refuseUnlessCoordinator({ personId }: Actor): Promise<void> {
    const { coalitionRoles } = await this.standings.get(personId);
    if (!coalitionRoles.includes('coordinator')) failOperation('operation.forbidden');
  }
}
