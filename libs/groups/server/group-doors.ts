import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SubjectDoors } from '@plenary/ground/realtime';
import { groupRequestsSubject, mayLead, type GroupRole } from '@plenary/groups/domain';
import { isCoordinator, type Standing } from '@plenary/organisations/domain';
import { StandingService } from '@plenary/organisations/server';
import { GroupStandingService } from './group-standing.service.js';

/** Who hears what of working groups, and who belongs to them now (GRP-1). */
@Injectable()
export class GroupDoors implements OnModuleInit {
  constructor(
    private readonly doors: SubjectDoors,
    private readonly standings: StandingService,
    private readonly groupStandings: GroupStandingService,
  ) {}

  onModuleInit(): void {
    this.doors.register('group', {
      members: (people, id) => this.those(people, id, (_standing, role) => role !== null),
    });
    this.doors.register(groupRequestsSubject('').kind, {
      mayHear: (people, id) =>
        this.those(people, id, (standing, role) => mayLead(isCoordinator(standing), role)),
    });
  }

  private async those(
    people: readonly string[],
    groupId: string,
    holds: (standing: Standing, role: GroupRole | null) => boolean,
  ): Promise<ReadonlySet<string>> {
    const standings = [...(await this.standings.of(people)).values()].map(({ standing }) => standing);
    const groups = await this.groupStandings.ofAll(standings);
    const roleOf = ({ personId }: Standing) =>
      groups.get(personId)?.find((each) => each.groupId === groupId)?.role ?? null;
    return new Set(
      standings.filter((standing) => holds(standing, roleOf(standing))).map(({ personId }) => personId),
    );
  }
}
