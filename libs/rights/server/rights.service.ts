import { Injectable } from '@nestjs/common';
import { permissionsByChapter, isId, type Actor, type Page, type Subject } from '@plenary/ground/kernel';
import { Subjects, type PageQuery } from '@plenary/ground/server';
import { capacities, type Capacity } from '@plenary/groups/domain';
import { GroupStandingService } from '@plenary/groups/server';
import { representativeRoles } from '@plenary/organisations/domain';
import { StandingService } from '@plenary/organisations/server';
import {
  allowedBy,
  capacitiesOf,
  failRights,
  mayAskAbout,
  type AskedKind,
  type CapacityView,
  type PermissionView,
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
    private readonly subjects: Subjects,
    private readonly statements: StatementRightsService,
  ) {}

  /**
   * Permissions that some capacity has, by their headings; those on a text follow from the statement's own page of
   * rights.
   */
  list(): PermissionView[] {
    return permissionsByChapter().map(({ name, chapter, by }) => ({
      name,
      chapter: chapter!,
      by: capacities.flatMap((capacity) => {
        const reach = by[capacity];
        return reach ? [{ capacity, reach }] : [];
      }),
    }));
  }

  async explain(actor: Actor, kind: AskedKind, id: string): Promise<ExplainedView> {
    const { name, held, asleep } = await this.find(actor, kind, id);
    const present = await this.presenter(actor, [...held, ...asleep]);
    const permissions = allowedBy(permissionsByChapter(), held);
    return {
      ...{ kind, id, name },
      held: held.map(present),
      asleep: asleep.map(present),
      permissions: permissions.map(({ because, ...permission }) => ({
        ...permission,
        because: because.map(present),
      })),
    };
  }

  /** Statements on which they have a right, as far as the caller may read them, too. */
  async listStatements(
    actor: Actor,
    kind: AskedKind,
    id: string,
    page: PageQuery,
  ): Promise<Page<StatementRightOfView>> {
    await this.find(actor, kind, id);
    return this.statements.listOf(actor, { kind, id }, page);
  }

  private find(actor: Actor, kind: AskedKind, id: string): Promise<Asked> {
    if (kind === 'roles') return Promise.resolve(this.findRole(id));
    if (!isId(id)) return failRights('rights.not-found');
    if (kind === 'people') return this.findPerson(actor, id);
    return kind === 'groups' ? this.findGroup(actor, id) : this.findOrganisation(actor, id);
  }

  private findRole(id: string): Asked {
    const capacity = capacities.find((each) => each === id) ?? failRights('rights.not-found');
    return { name: null, held: [{ capacity, of: null }], asleep: [] };
  }

  private async findPerson(actor: Actor, id: string): Promise<Asked> {
    const standings = await this.standings.of([actor.personId, id]);
    const { standing, actsFor } = standings.get(id)!;
    const person = { kind: 'person', id };
    const organisations = actsFor.map(({ organisationId }) => organisation(organisationId));
    const known = await this.subjects.knownTo(actor.personId, [person, ...organisations]);
    if (!known.has(person)) return failRights('rights.not-found');
    if (!mayAskAbout(standings.get(actor.personId)!.standing, standing))
      return failRights('rights.forbidden');
    const groups = await this.groupStandings.of(standing);
    // ORG-3: an organisation that the viewer may not find gives nothing that they are told of.
    const told = actsFor.filter(({ organisationId }) => known.has(organisation(organisationId)));
    return {
      name: known.nameOf(person),
      held: capacitiesOf(standing.coalitionRoles, told, groups),
      asleep: told
        .filter(({ organisationState }) => organisationState !== 'active')
        .map((each) => inOrganisation(each.role, each.organisationId)),
    };
  }

  private async findOrganisation(actor: Actor, id: string): Promise<Asked> {
    return {
      name: await this.nameOf(actor, organisation(id)),
      held: representativeRoles.map((role) => inOrganisation(role, id)),
      asleep: [],
    };
  }

  private async findGroup(actor: Actor, id: string): Promise<Asked> {
    const name = await this.nameOf(actor, { kind: 'group', id });
    const held = (['group_lead', 'group_member'] as const).map((capacity) => ({
      capacity,
      of: { kind: 'group', id } as const,
    }));
    return { name, held, asleep: [] };
  }

  private async nameOf(actor: Actor, subject: Subject): Promise<string | null> {
    const known = await this.subjects.knownTo(actor.personId, [subject]);
    return known.has(subject) ? known.nameOf(subject) : failRights('rights.not-found');
  }

  /** One question for each kind, however many capacities. */
  private async presenter(actor: Actor, held: readonly HeldCapacity[]) {
    const known = await this.subjects.knownTo(
      actor.personId,
      held.flatMap(({ of }) => of ?? []),
    );
    return ({ capacity, of }: HeldCapacity): CapacityView => ({
      capacity,
      of: of && { ...of, name: known.nameOf(of) },
    });
  }
}

const organisation = (id: string) => ({ kind: 'organisation', id }) as const;

const inOrganisation = (capacity: Capacity, id: string): HeldCapacity => ({
  capacity,
  of: organisation(id),
});
