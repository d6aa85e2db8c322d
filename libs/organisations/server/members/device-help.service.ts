import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Clock, type Actor } from '@plenary/ground/kernel';
import { UnitOfWork } from '@plenary/ground/server';
import { DeviceRecoveryService, PeopleService } from '@plenary/identity/server';
import { failOrganisation, mayHelpWithDevice, type HelperRoles } from '@plenary/organisations/domain';
import { CoalitionRoleEntity } from '../entities/coalition-role.entity.js';
import { RepresentativeEntity } from '../entities/representative.entity.js';
import { StandingService } from '../standing/standing.service.js';

/** Two who know somebody let them in again after they lost the device (IDN-13); here stands who the two may be (ORG-22). */
@Injectable()
export class DeviceHelpService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly standings: StandingService,
    private readonly people: PeopleService,
    private readonly recovery: DeviceRecoveryService,
    private readonly clock: Clock,
  ) {}

  /** What the caller may do about it; null for who may do nothing. */
  async look(actor: Actor, personId: string) {
    if (!(await this.people.namesOf([personId])).size) return failOrganisation('person.not-found');
    if (!(await this.mayHelp(this.database.manager, actor.personId, personId))) return null;
    const begun = await this.recovery.of(personId);
    return {
      hasSecondFactor: await this.recovery.hasSecondFactor(personId),
      begunByMe: begun?.begunBy === actor.personId,
      begunAt: begun?.begunAt.toISOString() ?? null,
      dueAt: begun?.dueAt?.toISOString() ?? null,
    };
  }

  begin(actor: Actor, personId: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      await this.refuseUnlessHelper(tx.manager, actor, personId);
      await this.recovery.begin(tx, personId, actor.personId);
    });
  }

  confirm(actor: Actor, personId: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      await this.refuseUnlessHelper(tx.manager, actor, personId);
      await this.recovery.confirm(tx, personId, actor.personId);
    });
  }

  stop(actor: Actor, personId: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      await this.refuseUnlessHelper(tx.manager, actor, personId);
      await this.recovery.stop(tx, personId);
    });
  }

  private async refuseUnlessHelper(tx: EntityManager, actor: Actor, personId: string): Promise<void> {
    if (!(await this.people.namesOf([personId], tx)).size) failOrganisation('person.not-found');
    if (!(await this.mayHelp(tx, actor.personId, personId))) failOrganisation('person.forbidden');
  }

  private async mayHelp(tx: EntityManager, helperId: string, personId: string): Promise<boolean> {
    return (await this.helpersAmong(tx, [helperId], personId)).has(helperId);
  }

  /** ORG-22: those of these people who may help; as many queries for many as for one. */
  async helpersAmong(
    tx: EntityManager,
    helperIds: readonly string[],
    personId: string,
  ): Promise<ReadonlySet<string>> {
    const begun = await this.recovery.find(tx, personId);
    const person = await this.standings.get(personId, tx);
    const begunAt = begun?.begunAt.getTime() ?? this.clock.now();
    const helpers = await this.rolesOf(tx, helperIds);
    return new Set(
      helpers.filter((each) => mayHelpWithDevice(each, person, begunAt)).map((each) => each.personId),
    );
  }

  private async rolesOf(tx: EntityManager, personIds: readonly string[]): Promise<HelperRoles[]> {
    const standings = await this.standings.of(personIds, tx);
    const among = { personId: In([...personIds]) };
    const named = await tx.findBy(RepresentativeEntity, { ...among, role: 'focal_point' });
    const coordinators = await tx.findBy(CoalitionRoleEntity, { ...among, role: 'coordinator' });
    return personIds.map((personId) => {
      const { focalPointOf } = standings.get(personId)!.standing;
      const active = named.filter(
        (each) => each.personId === personId && focalPointOf.includes(each.organisationId),
      );
      const coordinator = coordinators.find((each) => each.personId === personId);
      return {
        personId,
        coordinatorSince: coordinator?.createdAt.getTime() ?? null,
        focalPointSince: new Map(
          active.map(({ organisationId, roleSince }) => [organisationId, roleSince.getTime()]),
        ),
      };
    });
  }
}
