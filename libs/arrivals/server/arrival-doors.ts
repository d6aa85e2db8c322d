import { Injectable, type OnModuleInit } from '@nestjs/common';
import { applicationSubject, mayInvite } from '@plenary/arrivals/domain';
import { SubjectDoors } from '@plenary/ground/realtime';
import { isCoordinator } from '@plenary/organisations/domain';
import { StandingService } from '@plenary/organisations/server';

/** Who hears what of invitations and applications. */
@Injectable()
export class ArrivalDoors implements OnModuleInit {
  constructor(
    private readonly doors: SubjectDoors,
    private readonly standings: StandingService,
  ) {}

  onModuleInit(): void {
    this.doors.register('invitations', {
      mayHear: (people, id) => this.standings.those(people, (standing) => mayInvite(standing, invitedTo(id))),
    });
    this.doors.register(applicationSubject('').kind, {
      mayHear: (people) => this.standings.those(people, isCoordinator),
    });
  }
}

/** The id of an organisation, or the word for roles in the coalition: those are given by coordinators alone. */
const invitedTo = (id: string): Parameters<typeof mayInvite>[1] =>
  id === 'coalition'
    ? { organisationId: null, coalitionRole: 'observer' }
    : { organisationId: id, coalitionRole: null };
