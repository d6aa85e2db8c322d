import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { allowedTo } from '@plenary/ground/kernel';
import { Subjects, type SubjectKind } from '@plenary/ground/server';
import { PeopleService } from '@plenary/identity/server';
import { isFoundByAll, mayFindUnlisted } from '@plenary/organisations/domain';
import { CoalitionEntity } from '../entities/coalition.entity.js';
import { OrganisationEntity } from '../entities/organisation.entity.js';
import { OrganisationNames } from './organisation-names.js';
import { heldBy, StandingService, type PersonalStanding } from '../standing/standing.service.js';

const all = (ids: readonly string[], is: (id: string) => boolean): ReadonlySet<string> =>
  new Set(ids.filter(is));

/** Organisations, people and the coalition, for whoever meets them as `{ kind, id }`. */
@Injectable()
export class OrganisationSubjects implements OnModuleInit {
  constructor(
    private readonly subjects: Subjects,
    private readonly standings: StandingService,
    private readonly names: OrganisationNames,
    private readonly people: PeopleService,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this.organisation);
    this.subjects.register(this.person);
    this.subjects.register(this.coalition);
  }

  /** ORG-3: of one that is not everybody's to find, nothing is known to others. */
  private readonly organisation: SubjectKind = {
    kind: 'organisation',
    read: async (personId, ids, tx) => {
      const found = await this.names.of(await this.standings.get(personId, tx), ids, tx);
      return new Map([...found].map(([id, { name }]) => [id, name]));
    },
    readersOf: async (id, personIds, tx) => {
      const organisation = await tx.findOneBy(OrganisationEntity, { id });
      if (!organisation) return new Set();
      if (isFoundByAll(organisation)) return new Set(personIds);
      const standings = await this.standings.of(personIds, tx);
      return all(personIds, (personId) => mayFindUnlisted(standings.get(personId)!.standing, id));
    },
    may: async (personId, permissions, ids, tx) => {
      const person = await this.personal(personId, tx);
      const roleIn = new Map(
        person.actsFor
          .filter((each) => each.organisationState === 'active')
          .map(({ organisationId, role }) => [organisationId, role]),
      );
      const known = await this.organisation.read(personId, ids, tx);
      return all(ids, (id) => {
        const role = roleIn.get(id);
        return known.has(id) && allowedTo(permissions, heldBy(person), role ? [role] : []);
      });
    },
    link: (id) => `/organisations/${id}`,
    movedTo: (ids, tx) => this.names.movedTo(ids, tx),
  };

  private readonly person: SubjectKind = {
    kind: 'person',
    read: async (_personId, ids, tx) => {
      const found = await this.people.namesOf(ids, tx);
      return new Map([...found].map(([id, { displayName }]) => [id, displayName]));
    },
    /** Everybody who has signed in sees who there is, and who was. */
    readersOf: async (_id, personIds) => new Set(personIds),
    /** Their own are oneself, and for a focal point those who act for the same organisation. */
    may: async (personId, permissions, ids, tx) => {
      const standings = await this.standings.of([personId, ...ids], tx);
      const actor = standings.get(personId)!;
      const known = await this.person.read(personId, ids, tx);
      return all(ids, (id) => {
        const theirs = standings.get(id)!.standing.organisationIds;
        const leads = actor.standing.focalPointOf.some((each) => theirs.includes(each));
        const own = [...(id === personId ? ['everybody'] : []), ...(leads ? ['focal_point'] : [])];
        return known.has(id) && allowedTo(permissions, heldBy(actor), own);
      });
    },
    link: (id) => `/people/${id}`,
  };

  /** There is one in an installation, and it is called by its kind. */
  private readonly coalition: SubjectKind = {
    kind: 'coalition',
    read: async (_personId, ids, tx) => {
      const found = await tx.find(CoalitionEntity, { where: { id: In([...ids]) }, select: { id: true } });
      return new Map(found.map(({ id }) => [id, null]));
    },
    readersOf: async (id, personIds, tx) =>
      (await tx.existsBy(CoalitionEntity, { id })) ? new Set(personIds) : new Set(),
    may: async (personId, permissions, ids, tx) => {
      const held = heldBy(await this.personal(personId, tx));
      const known = await this.coalition.read(personId, ids, tx);
      return all(ids, (id) => known.has(id) && allowedTo(permissions, held));
    },
    link: () => '/',
  };

  private async personal(personId: string, tx: EntityManager): Promise<PersonalStanding> {
    return (await this.standings.of([personId], tx)).get(personId)!;
  }
}
