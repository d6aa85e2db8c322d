import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SubjectDoors } from '@plenary/ground/realtime';
import { applicationSubject, mayInvite, reachSubject, type Standing } from '@plenary/organisations/domain';
import { DeviceHelpService } from '../members/device-help.service.js';
import { RolesRepository } from '../roles.repository.js';
import { StandingService } from '../standing.service.js';

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
      members: (people, id) => this.those(people, ({ speaksFor }) => speaksFor === id),
    });
    this.doors.register('coalition', {
      members: (people) => this.those(people, ({ organisationIds }) => organisationIds.length > 0),
    });
    this.doors.register('coalition-role', {
      mayHear: () => new Set(),
      members: (people, role) =>
        this.those(people, ({ coalitionRoles }) => coalitionRoles.some((each) => each === role)),
    });
    this.doors.register('invitations', {
      mayHear: (people, id) => this.those(people, (standing) => mayInvite(standing, invitedTo(id))),
    });
    for (const { kind } of [applicationSubject(''), reachSubject]) {
      this.doors.register(kind, { mayHear: (people) => this.those(people, isCoordinator) });
    }
    this.doors.register('device-help', {
      mayHear: (people, id) => this.help.helpersAmong(this.database.manager, people, id),
    });
  }

  private async those(
    people: readonly string[],
    holds: (standing: Standing) => boolean,
  ): Promise<ReadonlySet<string>> {
    const standings = await this.standings.of(people);
    return new Set(people.filter((id) => holds(standings.get(id)!.standing)));
  }
}

const isCoordinator = ({ coalitionRoles }: Standing): boolean => coalitionRoles.includes('coordinator');

/** The id of an organisation, or the word for roles in the coalition: those are given by coordinators alone. */
const invitedTo = (id: string): Parameters<typeof mayInvite>[1] =>
  id === 'coalition'
    ? { organisationId: null, coalitionRole: 'observer' }
    : { organisationId: id, coalitionRole: null };
