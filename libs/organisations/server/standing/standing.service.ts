import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '@plenary/ground/kernel';
import {
  isCoordinator,
  failOrganisation,
  standingOf,
  type ActsFor,
  type CoalitionRole,
  type RepresentativeRole,
  type Standing,
} from '@plenary/organisations/domain';

interface StandingRow {
  person_id: string;
  coalition_role: CoalitionRole | null;
  organisation_id: string | null;
  role: RepresentativeRole | null;
  state: ActsFor['organisationState'] | null;
  chosen_at: Date | null;
  created_at: Date | null;
}

/** Roles and organisations of people, in one query however many there are. */
export interface PersonalStanding {
  readonly standing: Standing;
  /** With the inactive ones, for screens; rights follow from `standing` alone. */
  readonly actsFor: readonly ActsFor[];
}

/** What a person is, for permissions that reach everywhere. */
export const heldBy = ({ standing, actsFor }: PersonalStanding): string[] => [
  'everybody',
  ...standing.coalitionRoles,
  ...actsFor.filter((each) => each.organisationState === 'active').map(({ role }) => role),
];

/** What people are in the coalition, now. */
@Injectable()
export class StandingService {
  constructor(private readonly database: DataSource) {}

  async get(personId: string, tx: EntityManager = this.database.manager): Promise<Standing> {
    return (await this.of([personId], tx)).get(personId)!.standing;
  }

  /** One entry for each of `personIds`, empty for people without role or organisation. */
  async of(
    personIds: readonly string[],
    tx: EntityManager = this.database.manager,
  ): Promise<Map<string, PersonalStanding>> {
    const rows: StandingRow[] =
      personIds.length === 0
        ? []
        : await tx.query(
            `SELECT person_id, role AS coalition_role, NULL::uuid AS organisation_id, NULL AS role, NULL AS state,
                    NULL::timestamptz AS chosen_at, NULL::timestamptz AS created_at
               FROM coalition_role WHERE person_id = ANY($1)
             UNION ALL
             SELECT r.person_id, NULL, r.organisation_id, r.role, o.state, r.chosen_at, r.created_at
               FROM representative r JOIN organisation o ON o.id = r.organisation_id
              WHERE r.person_id = ANY($1)`,
            [personIds],
          );
    const byPerson = new Map<string, { roles: CoalitionRole[]; actsFor: ActsFor[] }>(
      personIds.map((id) => [id, { roles: [], actsFor: [] }]),
    );
    for (const row of rows) {
      const person = byPerson.get(row.person_id)!;
      if (row.coalition_role) person.roles.push(row.coalition_role);
      else if (row.organisation_id) {
        person.actsFor.push({
          organisationId: row.organisation_id,
          role: row.role!,
          organisationState: row.state!,
          chosenAt: row.chosen_at?.getTime() ?? null,
          since: row.created_at!.getTime(),
        });
      }
    }
    return new Map(
      [...byPerson].map(([personId, { roles, actsFor }]) => [
        personId,
        { standing: standingOf(personId, roles, actsFor), actsFor },
      ]),
    );
  }

  /** Of these people, those whose standing holds; one query, however many they are. */
  async those(
    people: readonly string[],
    holds: (standing: Standing) => boolean,
  ): Promise<ReadonlySet<string>> {
    const standings = await this.of(people);
    return new Set(people.filter((id) => holds(standings.get(id)!.standing)));
  }

  /** Throws `coalition.forbidden` for everybody else. */
  async refuseUnlessCoordinator(tx: EntityManager, { personId }: Actor): Promise<void> {
    if (!isCoordinator(await this.get(personId, tx))) failOrganisation('coalition.forbidden');
  }

  /** Everybody who has the role. */
  async holdersOf(tx: EntityManager, role: CoalitionRole): Promise<string[]> {
    const rows: { person_id: string }[] = await tx.query(
      `SELECT person_id FROM coalition_role WHERE role = $1 ORDER BY person_id`,
      [role],
    );
    return rows.map((row) => row.person_id);
  }

  /** True when somebody in the coalition has the role. */
  async hasRole(tx: EntityManager, role: CoalitionRole): Promise<boolean> {
    const [found] = await tx.query(`SELECT 1 FROM coalition_role WHERE role = $1 LIMIT 1`, [role]);
    return found !== undefined;
  }
}
