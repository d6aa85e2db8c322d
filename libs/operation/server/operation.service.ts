import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { systemClock, type Actor } from '@plenary/ground/kernel';
import { databaseAnswers, Mail, Metrics, Processes, type Figures } from '@plenary/ground/server';
import { failOperation, whatIsAmiss, type OperationView, type ProcessView } from '@plenary/operation/domain';
import { SetupService, StandingService } from '@plenary/organisations/server';

/** How Plenary runs, for coordinators. */
@Injectable()
export class OperationService implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly metrics: Metrics,
    private readonly processes: Processes,
    private readonly standings: StandingService,
    private readonly setup: SetupService,
    private readonly mail: Mail,
  ) {}

  onModuleInit(): void {
    this.processes.self.figures = () => this.metrics.figures();
  }

  /** Throws `operation.forbidden` for whoever is no coordinator. */
  async get(actor: Actor): Promise<OperationView> {
    const { coalitionRoles } = await this.standings.get(actor.personId);
    if (!coalitionRoles.includes('coordinator')) failOperation('operation.forbidden');
    const own: ProcessView = { ...this.metrics.figures(), id: this.processes.id, isThis: true };
    const others = this.processes
      .others()
      .flatMap(({ id, figures }) => (figures ? [{ ...(figures as Figures), id, isThis: false }] : []));
    const state = {
      database: (await databaseAnswers(this.database)) ? 'answers' : 'away',
      redis: this.processes.state,
      processes: [own, ...others],
      letters: {
        road: this.mail.road((await this.setup.door()).coalition?.isDemo ?? false),
        ...(await this.mail.unsent(this.database.manager)),
      },
    } as const;
    return { ...state, at: new Date(systemClock.now()).toISOString(), amiss: whatIsAmiss(state) };
  }
}
