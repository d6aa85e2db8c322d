import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SubjectDoors } from '@plenary/ground/realtime';
import { isCoordinator, reachSubject } from '@plenary/organisations/domain';
import { DeviceHelpService } from './device-help.service.js';
import { RolesRepository } from '../standing/roles.repository.js';
import { StandingService } from '../standing/standing.service.js';

/** Who hears what of organisations and of the coalition, and who belongs to them. */
@Injectable()
export class OrganisationDoors implements OnModuleInit {
  constructor(
    private readonly doors: SubjectDoors,
    private readonly database: DataSource,
    private readonly standings: StandingService,
    private readonly roles: RolesRepository,
    private readonly help: DeviceHelpService,
  ) {}

  onModuleInit(): void {
    this.doors.register('organisation', {
      // Whatever its state is: that it acts no more is what they hear.
      members: async (people, id) =>
        new Set(await this.roles.listActingFor(this.database.manager, [id], people)),
    });
    this.doors.register('spoken-for', {
      mayHear: () => new Set(),
      members: (people, id) => this.standings.those(people, ({ speaksFor }) => speaksFor === id),
    });
    this.doors.register('coalition', {
      members: (people) => this.standings.those(people, ({ organisationIds }) => organisationIds.length > 0),
    });
    this.doors.register('coalition-role', {
      mayHear: () => new Set(),
      members: (people, role) =>
        this.standings.those(people, ({ coalitionRoles }) => coalitionRoles.some((each) => each === role)),
    });
    this.doors.register(reachSubject.kind, {
      mayHear: (people) => this.standings.those(people, isCoordinator),
    });
    this.doors.register('device-help', {
      mayHear: (people, id) => this.help.helpersAmong(this.database.manager, people, id),
    });
  }
}
