import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@plenary/ground/kernel';
import { Job, Jobs, UnitOfWork } from '@plenary/ground/server';
import { mandateEnded, organisationSubject } from '@plenary/organisations/domain';
import { MandateEntity } from '../entities/mandate.entity.js';
import { OrganisationsRepository } from '../organisations/organisations.repository.js';

const runOutJob = 'mandate.run-out';

/**
 * ORG-17: that a mandate ran out comes on record, at its minute. What people may do follows the date of the mandate,
 * never this job: it may come late, and nobody acts a moment longer for it.
 */
@Injectable()
export class MandateTerms {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly organisations: OrganisationsRepository,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Of a mandate that was given within this transaction. */
  async watch(tx: EntityManager, { id, untilAt }: Pick<MandateEntity, 'id' | 'untilAt'>): Promise<void> {
    if (untilAt) await this.jobs.add(tx, runOutJob, { id }, { at: untilAt, key: `mandate ${id}` });
  }

  /** Once, however often it is asked: the row is judged again, and marked with the entry that is written. */
  @Job(runOutJob)
  async runOut({ id }: { readonly id?: string }): Promise<void> {
    const known = await this.database.manager.findOneBy(MandateEntity, { id: id! });
    if (!known) return;
    await this.unit.run(null, async (tx) => {
      await this.organisations.findLocked(tx.manager, known.organisationId);
      const found = await tx.manager.findOne(MandateEntity, {
        where: { id: id! },
        lock: { mode: 'pessimistic_write' },
      });
      if (!found?.untilAt || found.endedAt || found.overAt) return;
      if (found.untilAt.getTime() > this.clock.now()) return this.watch(tx.manager, found);
      await tx.manager.update(MandateEntity, { id: found.id }, { overAt: found.untilAt });
      const { organisationId, personId, kind } = found;
      const told = { personId, mandateId: found.id, kind };
      await tx.events.append(mandateEnded(organisationSubject(organisationId), told));
    });
  }
}
