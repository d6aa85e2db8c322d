import { Injectable } from '@nestjs/common';
import { deedsByChapter, isId, type Actor, type Page } from '@plenary/ground/kernel';
import type { PageQuery } from '@plenary/ground/server';
import { capacities, type Capacity } from '@plenary/groups/domain';
import { GroupNames, GroupStandingService } from '@plenary/groups/server';
import { PeopleService } from '@plenary/identity/server';
import { representativeRoles, type Standing } from '@plenary/organisations/domain';
import { OrganisationNames, StandingService } from '@plenary/organisations/server';
import {
  allowedBy,
  capacitiesOf,
  failRights,
  mayAskAbout,
  type AskedKind,
  type CapacityView,
  type DeedView,
  type ExplainedView,
  type HeldCapacity,
} from '@plenary/rights/domain';
import type { StatementRightOfView } from '@plenary/statements/domain';
import { StatementRightsService } from '@plenary/statements/server';

interface Asked {
  readonly name: string | null;
  readonly held: readonly HeldCapacity[];
  readonly asleep: readonly HeldCapacity[];
}

/** Who may do what, and why: what the rooms have declared, put together for one who asks. */
@Injectable()
export class RightsService {
  constructor(
    private readonly standings: StandingService,
    private readonly groupStandings: GroupStandingService,
    private readonly people: PeopleService,
    private readonly organisations: OrganisationNames,
    private readonly groups: GroupNames,
    private readonly statements: StatementRightsService,
  ) {}

  /** Deeds that some capacity allows, by their headings; those on a text follow from the statement's own page of rights. */
  list(): DeedView[] {
    return deedsByChapter().map(({ name, chapter, by }) => ({
      name,
      chapter: chapter!,
      by: capacities.flatMap((capacity) => {
        const reach = by[capacity];
        return reach ? [{ capacity, reach }] : [];
      }),
    }));
  }

  async explain(actor: Actor, kind: AskedKind, id: string): Promise<ExplainedView> {
    const viewer = await this.standings.get(actor.personId);
    const { name, held, asleep } = await this.find(viewer, kind, id);
    const present = await this.presenter(viewer, [...held, ...asleep]);
    const deeds = allowedBy(deedsByChapter(), held);
    return {
      ...{ kind, id, name },
      held: held.map(present),
      asleep: asleep.map(present),
      deeds: deeds.map(({ because, ...deed }) => ({ ...deed, because: because.map(present) })),
    };
  }

  /** Statements on which they have a right, as far as the caller may read them, too. */
  async listStatements(
    actor: Actor,
    kind: AskedKind,
    id: string,
    page: PageQuery,
  ): Promise<Page<StatementRightOfView>> {
    await this.find(await this.standings.get(actor.personId), kind, id);
    return this.statements.listOf(actor, { kind, id }, page);
  }

  private find(viewer: Standing, kind: AskedKind, id: string): Promise<Asked> {
    if (kind === 'roles') return Promise.resolve(this.findRole(id));
    if (!isId(id)) return failRights('rights.not-found');
    if (kind === 'people') return this.findPerson(viewer, id);
    return kind === 'groups' ? this.findGroup(id) : this.findOrganisation(viewer, id);
  }

  private findRole(id: string): Asked {
    const capacity = capacities.find((each) => each === id) ?? failRights('rights.not-found');
    return { name: null, held: [{ capacity, of: null }], asleep: [] };
  }

  private async findPerson(viewer: Standing, id: string): Promise<Asked> {
    const person = (await this.people.namesOf([id])).get(id) ?? failRights('rights.not-found');
    const { standing, actsFor } = (await this.standings.of([id])).get(id)!;
    if (!mayAskAbout(viewer, standing)) return failRights('rights.forbidden');
    const groups = await this.groupStandings.of(standing);
    // ORG-3: an organisation that the viewer may not find gives nothing that they are told of.
    const known = await this.organisations.of(
      viewer,
      actsFor.map((each) => each.organisationId),
    );
    const told = actsFor.filter(({ organisationId }) => known.has(organisationId));
    return {
      name: person.displayName,
      held: capacitiesOf(standing.coalitionRoles, told, groups),
      asleep: told
        .filter(({ organisationState }) => organisationState !== 'active')
        .map((each) => inOrganisation(each.role, each.organisationId)),
    };
  }

  private async findOrganisation(viewer: Standing, id: string): Promise<Asked> {
    const found = (await this.organisations.of(viewer, [id])).get(id) ?? failRights('rights.not-found');
    return {
      name: found.name,
      held: representativeRoles.map((role) => inOrganisation(role, id)),
      asleep: [],
    };
  }

  private async findGroup(id: string): Promise<Asked> {
    const name = (await this.groups.of([id])).get(id) ?? failRights('rights.not-found');
    const held = (['group_lead', 'group_member'] as const).map((capacity) => ({
      capacity,
      of: { kind: 'group', id } as const,
    }));
    return { name, held, asleep: [] };
  }

  /** Two queries, however many capacities. */
  private async presenter(viewer: Standing, held: readonly HeldCapacity[]) {
    const idsOf = (kind: string) => held.flatMap(({ of }) => (of?.kind === kind ? [of.id] : []));
    const organisations = await this.organisations.of(viewer, idsOf('organisation'));
    const groups = await this.groups.of(idsOf('group'));
    return ({ capacity, of }: HeldCapacity): CapacityView => ({
      capacity,
      of: of && {
        ...of,
        name: (of.kind === 'group' ? groups.get(of.id) : organisations.get(of.id)?.name) ?? null,
      },
    });
  }
}

const inOrganisation = (capacity: Capacity, id: string): HeldCapacity => ({
  capacity,
  of: { kind: 'organisation', id },
});
