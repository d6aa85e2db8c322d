import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, type Actor } from '@plenary/ground/kernel';
import {
  databaseAnswers,
  Jobs,
  Mail,
  Metrics,
  OutboxDispatcher,
  OutboxStore,
  Processes,
  type Figures,
} from '@plenary/ground/server';
import { ProjectionStore } from '@plenary/ground/server/collab';
import {
  failOperation,
  whatIsAmiss,
  type FollowingView,
  type OperationView,
  type ProcessView,
} from '@plenary/operation/domain';
import { SetupService } from '@plenary/organisations/server';
import { CoordinatorsOnly } from './coordinators-only.js';

/** How Plenary runs, for coordinators. */
@Injectable()
export class OperationService implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly metrics: Metrics,
    private readonly processes: Processes,
    private readonly coordinators: CoordinatorsOnly,
    private readonly setup: SetupService,
    private readonly mail: Mail,
    private readonly outbox: OutboxStore,
    private readonly dispatcher: OutboxDispatcher,
    private readonly projections: ProjectionStore,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.processes.self.figures = () => this.metrics.figures();
  }

  /** Throws `operation.forbidden` for whoever is no coordinator. */
  async get(actor: Actor): Promise<OperationView> {
    await this.coordinators.admit(actor);
    const own: ProcessView = { ...this.metrics.figures(), id: this.processes.id, isThis: true };
    const others = this.processes
      .others()
      .flatMap(({ id, figures }) => (figures ? [{ ...(figures as Figures), id, isThis: false }] : []));
    const state = {
      database: (await databaseAnswers(this.database)) ? 'answers' : 'away',
      redis: this.processes.state,
      processes: [own, ...others],
      emails: {
        delivery: this.mail.delivery((await this.setup.door()).coalition?.isDemo ?? false),
        ...(await this.mail.unsent(this.database.manager)),
      },
      following: await this.following(),
      failedWork: (await this.jobs.counts(this.database.manager)).failed,
    } as const;
    return { ...state, at: new Date(this.clock.now()).toISOString(), amiss: whatIsAmiss(state) };
  }

  /** Has news told again that some listener failed at. Throws `operation.nothing-untold` when there is no such. */
  async retry(actor: Actor, id: string): Promise<void> {
    await this.coordinators.admit(actor);
    if (!(await this.outbox.revive(id))) failOperation('operation.nothing-untold');
    this.dispatcher.poke();
  }

  private async following(): Promise<FollowingView> {
    const [counts, dead, underived] = await Promise.all([
      this.outbox.counts(),
      this.outbox.listDead(),
      this.projections.countFailing(),
    ]);
    const untold = dead.map(({ deadAt, ...each }) => ({ ...each, since: deadAt.toISOString() }));
    return { ...counts, untold, underived };
  }
}
