import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { Clock, newId, type Actor } from '@plenary/ground/kernel';
import { Mail, UnitOfWork, type Transaction } from '@plenary/ground/server';
import { PeopleService } from '@plenary/identity/server';
import {
  failOrganisation,
  mandateEnded,
  mandateGiven,
  mandateLeft,
  mandateState,
  mayActByMandate,
  mayNamePeople,
  organisationSubject,
  type MandateKind,
  type MandateTerm,
  type MandateView,
} from '@plenary/organisations/domain';
import { MandateEntity } from '../entities/mandate.entity.js';
import type { OrganisationEntity } from '../entities/organisation.entity.js';
import { RepresentativeEntity } from '../entities/representative.entity.js';
import { organisationsEmail } from '../emails/index.js';
import { OrganisationsRepository } from '../organisations/organisations.repository.js';
import { StandingService } from '../standing/standing.service.js';
import { MandateTerms } from './mandate-terms.js';
import type { GiveMandateDto } from './mandates.dto.js';

/** Mandates shown of an organisation: those that hold, then the newest. */
const shown = 200;

/** Who may vote and sign for an organisation, from when to when (ORG-17). */
@Injectable()
export class MandatesService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly organisations: OrganisationsRepository,
    private readonly standings: StandingService,
    private readonly people: PeopleService,
    private readonly mail: Mail,
    private readonly terms: MandateTerms,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, organisationId: string): Promise<MandateView[]> {
    const tx = this.database.manager;
    const viewer = await this.standings.get(actor.personId);
    if (!(await this.organisations.find(tx, viewer, organisationId)))
      return failOrganisation('organisation.not-found');
    const now = this.clock.now();
    const found = await tx
      .getRepository(MandateEntity)
      .createQueryBuilder('m')
      .where({ organisationId })
      .orderBy('(m.endedAt IS NULL AND m.fromAt <= :now AND (m.untilAt IS NULL OR m.untilAt > :now))', 'DESC')
      .addOrderBy('m.fromAt', 'DESC')
      .addOrderBy('m.id')
      .setParameter('now', new Date(now))
      .limit(shown)
      .getMany();
    const names = await this.people.namesOf(found.map(({ personId }) => personId));
    return found.flatMap((each) => {
      const person = names.get(each.personId);
      if (!person) return [];
      const { id, personId, kind, alternate } = each;
      return [
        {
          ...{ id, personId, name: person.displayName, kind, alternate },
          from: each.fromAt.toISOString(),
          until: each.untilAt?.toISOString() ?? null,
          state: mandateState(termOf(each), now),
        },
      ];
    });
  }

  /** Coordinators and its focal points; to somebody who acts for it. All its focal points hear of it by e-mail. */
  give(actor: Actor, organisationId: string, dto: GiveMandateDto): Promise<{ id: string }> {
    return this.unit.run(actor, async (tx) => {
      const organisation = await this.open(tx.manager, actor, organisationId);
      const { personId, kind, alternate } = dto;
      if (!(await tx.manager.existsBy(RepresentativeEntity, { organisationId, personId })))
        return failOrganisation('mandate.not-of-organisation');
      const fromAt = new Date(dto.from ?? this.clock.now());
      const untilAt = dto.until ? new Date(dto.until) : null;
      if (untilAt && untilAt <= fromAt) return failOrganisation('mandate.term-impossible');
      const id = newId();
      const row = { id, organisationId, personId, kind, alternate, fromAt, untilAt };
      await tx.manager.insert(MandateEntity, {
        ...row,
        givenBy: actor.personId,
        endedAt: null,
        overAt: null,
      });
      await this.terms.watch(tx.manager, row);
      const [from, until] = [fromAt.toISOString(), untilAt?.toISOString() ?? null];
      await tx.events.append(
        mandateGiven(organisationSubject(organisationId), {
          ...{ personId, mandateId: id, kind, alternate },
          ...{ from, until },
        }),
      );
      await this.tell(
        tx,
        organisation,
        personId,
        alternate ? `mandate-alternate-${kind}` : `mandate-${kind}`,
      );
      return { id };
    });
  }

  end(actor: Actor, organisationId: string, id: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      const organisation = await this.open(tx.manager, actor, organisationId);
      const found = await tx.manager.findOneBy(MandateEntity, { id, organisationId, endedAt: IsNull() });
      if (!found) return failOrganisation('mandate.not-found');
      await this.endThese(tx, [found]);
      await this.tell(tx, organisation, found.personId, await this.emailOfEnd(tx.manager, found));
    });
  }

  /**
   * Whoever no longer acts for the organisation has no mandate of it; told as every end of one (ORG-17). What is over
   * already stays so. @param organisation locked by the caller.
   */
  async endAllOf(tx: Transaction, organisation: OrganisationEntity, personId: string): Promise<void> {
    const organisationId = organisation.id;
    const open = await tx.manager.findBy(MandateEntity, { organisationId, personId, endedAt: IsNull() });
    const now = this.clock.now();
    const good = open.filter((each) => ['ahead', 'holds'].includes(mandateState(termOf(each), now)));
    await this.endThese(tx, good);
    for (const kind of new Set(good.map((each) => each.kind))) {
      await this.tell(tx, organisation, personId, `mandate-ended-${kind}`);
    }
  }

  /** For the rooms above: whether this person may vote or sign for the organisation now. */
  async mayAct(
    tx: EntityManager,
    organisationId: string,
    personId: string,
    kind: MandateKind,
    present: (personId: string) => boolean,
  ): Promise<boolean> {
    const { organisationIds } = await this.standings.get(personId, tx);
    if (!organisationIds.includes(organisationId)) return false;
    const open = await tx.findBy(MandateEntity, { organisationId, kind, endedAt: IsNull() });
    return mayActByMandate(open.map(termOf), personId, kind, this.clock.now(), present);
  }

  /** Who holds another mandate of the kind is not said to act no more. */
  private async emailOfEnd(
    tx: EntityManager,
    { organisationId, personId, kind }: MandateEntity,
  ): Promise<string> {
    const open = await tx.findBy(MandateEntity, { organisationId, personId, kind, endedAt: IsNull() });
    const left = mandateLeft(open.map(termOf), personId, kind, this.clock.now());
    return left === null ? `mandate-ended-${kind}` : `mandate-one-ended-${kind}-${left}`;
  }

  private async endThese(tx: Transaction, mandates: readonly MandateEntity[]): Promise<void> {
    const endedAt = new Date(this.clock.now());
    for (const { id, organisationId, personId, kind } of mandates) {
      await tx.manager.update(MandateEntity, { id }, { endedAt });
      const told = { personId, mandateId: id, kind };
      await tx.events.append(mandateEnded(organisationSubject(organisationId), told));
    }
  }

  private async open(tx: EntityManager, actor: Actor, id: string): Promise<OrganisationEntity> {
    const organisation = await this.organisations.findLocked(tx, id);
    const viewer = await this.standings.get(actor.personId, tx);
    if (!organisation || !(await this.organisations.find(tx, viewer, id)))
      return failOrganisation('organisation.not-found');
    if (!mayNamePeople(viewer, id)) return failOrganisation('organisation.forbidden');
    if (organisation.state !== 'active') return failOrganisation('organisation.not-active');
    return organisation;
  }

  private async tell(
    tx: Transaction,
    { id, name }: OrganisationEntity,
    personId: string,
    message: string,
  ): Promise<void> {
    const focal = await tx.manager.findBy(RepresentativeEntity, { organisationId: id, role: 'focal_point' });
    const readers = await this.people.readersOf(tx.manager, [
      ...focal.map((each) => each.personId),
      personId,
    ]);
    const person = (await this.people.namesOf([personId], tx.manager)).get(personId)!.displayName;
    const url = this.mail.link(`/organisations/${id}`);
    for (const reader of readers) {
      const said = organisationsEmail(message, reader.language, { person, organisation: name }, url);
      await this.mail.post(tx.manager, reader, said);
    }
  }
}

const termOf = (each: MandateEntity): MandateTerm => ({
  personId: each.personId,
  kind: each.kind,
  alternate: each.alternate,
  from: each.fromAt.getTime(),
  until: each.untilAt?.getTime() ?? null,
  endedAt: each.endedAt?.getTime() ?? null,
});
