import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, IsNull, MoreThan, type EntityManager } from 'typeorm';
import {
  Clock,
  newId,
  oneLine,
  standingChanged,
  type Actor,
  type RecordedEvent,
} from '@plenary/ground/kernel';
import {
  Impersonations,
  Mail,
  OnEvent,
  OnEventEverywhere,
  ShortMemory,
  UnitOfWork,
  type Impersonation,
  type Transaction,
} from '@plenary/ground/server';
import { PeopleService } from '@plenary/identity/server';
import { isCoordinator, failOrganisation } from '@plenary/organisations/domain';
import {
  impersonationBegun,
  impersonationEnded,
  failImpersonation,
  impersonationLimits,
} from '@plenary/impersonation/domain';
import { ImpersonationEntity } from './entities/impersonation.entity.js';
import { StandingService } from '@plenary/organisations/server';
import { impersonationEmail } from './emails/index.js';

/**
 * Every request of an impersonation asks; its end empties the memory at once, another process' end after this.
 * Milliseconds.
 */
const rememberFor = 1_500;
const mostRemembered = 1_000;

/** ORG-20: a coordinator sees Plenary as somebody else does: reading only, for a while, on record. */
@Injectable()
export class ImpersonationService implements OnModuleInit {
  private readonly remembered = new ShortMemory<Impersonation | null>(rememberFor, mostRemembered);

  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly impersonations: Impersonations,
    private readonly standings: StandingService,
    private readonly people: PeopleService,
    private readonly mail: Mail,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.impersonations.register((id, by) => this.of(id, by));
  }

  /** The person hears of it by e-mail: who, and why. */
  begin(actor: Actor, personId: string, said: string) {
    if (actor.sessionKind !== 'browser') failImpersonation('look.browser-only');
    return this.unit.run(actor, async (tx) => {
      await this.standings.refuseUnlessCoordinator(tx.manager, actor);
      const [reader] = await this.people.readersOf(tx.manager, [personId]);
      if (!reader) return failOrganisation('person.not-found');
      if (personId === actor.personId) return failImpersonation('look.oneself');
      const reason = oneLine(said);
      if (reason === '') return failImpersonation('look.reason-needed');
      await this.endAllBy(tx, actor.personId);
      const now = this.clock.now();
      const endsAt = new Date(now + impersonationLimits.minutes * 60_000);
      const id = newId();
      await tx.manager.insert(ImpersonationEntity, {
        ...{ id, coordinatorId: actor.personId, personId, sessionId: actor.sessionId, reason },
        ...{ begunAt: new Date(now), endsAt, endedAt: null },
      });
      await tx.events.append(
        impersonationBegun({ kind: 'person', id: personId }, { personId, lookId: id, reason }),
      );
      const names = await this.people.namesOf([personId, actor.personId], tx.manager);
      const person = names.get(actor.personId)!.displayName;
      await this.mail.post(
        tx.manager,
        reader,
        impersonationEmail('look', reader.language, { person, reason }),
      );
      return { id, personId, name: names.get(personId)!.displayName, endsAt: endsAt.toISOString() };
    });
  }

  /** By whoever began it. One that is over already is what was asked for. */
  end(actor: Actor, id: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      const found = await tx.manager.findOneBy(ImpersonationEntity, { id, coordinatorId: actor.personId });
      if (!found) return failImpersonation('look.not-found');
      if (found.endedAt === null) await this.endThese(tx, [found]);
    });
  }

  /** Whom this session impersonates, by an impersonation that is under way and that a coordinator began. */
  private of(
    id: string,
    by: { readonly personId: string; readonly sessionId: string },
  ): Promise<Impersonation | null> {
    return this.remembered.get(`${id} ${by.sessionId}`, () => this.load(this.database.manager, id, by));
  }

  /** Who stops being a coordinator, or leaves, impersonates no longer; nobody impersonates somebody who has left. */
  @OnEvent('coalition.role-withdrawn', 'person.left')
  async onLostRight(event: RecordedEvent<{ personId: string }>): Promise<void> {
    const { personId } = event.payload;
    if (isCoordinator(await this.standings.get(personId))) return;
    await this.unit.run(null, async (tx) => {
      await this.endAllBy(tx, personId);
      if (event.name === 'person.left') await this.endThese(tx, await this.open(tx.manager, { personId }));
    });
  }

  @OnEventEverywhere('look.ended', 'session.ended', standingChanged.name)
  forget(): void {
    this.remembered.clear();
  }

  private async endAllBy(tx: Transaction, coordinatorId: string): Promise<void> {
    await this.endThese(tx, await this.open(tx.manager, { coordinatorId }));
  }

  private open(
    tx: EntityManager,
    of: { coordinatorId: string } | { personId: string },
  ): Promise<ImpersonationEntity[]> {
    return tx.findBy(ImpersonationEntity, {
      ...of,
      endedAt: IsNull(),
      endsAt: MoreThan(new Date(this.clock.now())),
    });
  }

  private async endThese(tx: Transaction, impersonations: readonly ImpersonationEntity[]): Promise<void> {
    for (const { id, personId } of impersonations) {
      const endedAt = new Date(this.clock.now());
      const ended = await tx.manager.update(ImpersonationEntity, { id, endedAt: IsNull() }, { endedAt });
      // Its own coordinator may have ended it at the same moment.
      if (ended.affected) await tx.events.append(impersonationEnded({ kind: 'look', id }, { personId }));
    }
  }

  private async load(
    tx: EntityManager,
    id: string,
    { personId: coordinatorId, sessionId }: { readonly personId: string; readonly sessionId: string },
  ): Promise<Impersonation | null> {
    const endsAfter = MoreThan(new Date(this.clock.now()));
    const wanted = { id, coordinatorId, sessionId, endedAt: IsNull(), endsAt: endsAfter };
    const found = await tx.findOneBy(ImpersonationEntity, wanted);
    if (!found) return null;
    if (!isCoordinator(await this.standings.get(coordinatorId, tx))) return null;
    return { id, personId: found.personId, endsAt: found.endsAt.getTime() };
  }
}
