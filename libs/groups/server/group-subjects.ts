import { Injectable, type OnModuleInit } from '@nestjs/common';
import { allowedTo } from '@plenary/ground/kernel';
import { Subjects, type SubjectKind } from '@plenary/ground/server';
import { heldBy, StandingService } from '@plenary/organisations/server';
import { GroupNames } from './group-names.js';
import { GroupStandingService } from './group-standing.service.js';

/** Working groups, for whoever meets them as `{ kind, id }`. Everybody who is signed in may read of them. */
@Injectable()
export class GroupSubjects implements OnModuleInit {
  constructor(
    private readonly subjects: Subjects,
    private readonly names: GroupNames,
    private readonly standings: StandingService,
    private readonly groupStandings: GroupStandingService,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this.group);
  }

  private readonly group: SubjectKind = {
    kind: 'group',
    read: (_personId, ids, tx) => this.names.of(ids, tx),
    readersOf: async (id, personIds, tx) =>
      (await this.names.of([id], tx)).has(id) ? new Set(personIds) : new Set(),
    may: async (personId, permissions, ids, tx) => {
      const person = (await this.standings.of([personId], tx)).get(personId)!;
      const groups = await this.groupStandings.of(person.standing, tx);
      const known = await this.names.of(ids, tx);
      const roleIn = new Map(groups.map(({ groupId, role }) => [groupId, `group_${role}`]));
      const everywhere = [...heldBy(person), ...roleIn.values()];
      return new Set(
        ids.filter((id) => {
          const role = roleIn.get(id);
          return known.has(id) && allowedTo(permissions, everywhere, role ? [role] : []);
        }),
      );
    },
    link: (id) => `/groups/${id}`,
  };
}
