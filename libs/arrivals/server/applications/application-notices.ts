import { Injectable } from '@nestjs/common';
import { Mail, type Transaction } from '@plenary/ground/server';
import { PeopleService } from '@plenary/identity/server';
import { OrganisationsRepository, StandingService } from '@plenary/organisations/server';
import { arrivalsEmail } from '../emails/index.js';

/** ORG-14: tells the coordinators by e-mail that an application waits for them. */
@Injectable()
export class ApplicationNotices {
  constructor(
    private readonly people: PeopleService,
    private readonly organisations: OrganisationsRepository,
    private readonly standings: StandingService,
    private readonly mail: Mail,
  ) {}

  async tell({ manager }: Transaction, organisation: string, person: string): Promise<void> {
    const coordinators = await this.standings.holdersOf(manager, 'coordinator');
    const coalition = (await this.organisations.findCoalition(manager))?.name ?? 'Plenary';
    const url = this.mail.link('/organisations/applications');
    await this.mail.postAll(
      manager,
      (await this.people.readersOf(manager, coordinators)).map((to) => ({
        to,
        message: arrivalsEmail('application', to.language, { organisation, person, coalition }, url),
      })),
    );
  }
}
