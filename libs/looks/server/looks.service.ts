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
  Looks,
  Mail,
  OnEvent,
  OnEventEverywhere,
  ShortMemory,
  UnitOfWork,
  type Look,
  type Transaction,
} from '@plenary/ground/server';
import { PeopleService } from '@plenary/identity/server';
import { isCoordinator, failOrganisation } from '@plenary/organisations/domain';
import { lookBegun, lookEnded, failLook, lookLimits } from '@plenary/looks/domain';
import { LookEntity } from './entities/look.entity.js';
import { StandingService } from '@plenary/organisations/server';
import { looksEmail } from './emails/index.js';

/** Every request of a look asks; its end empties the memory at once, another process' end after this. Milliseconds. */
const rememberFor = 1_500;
const mostRemembered = 1_000;

/** ORG-20: a coordinator sees the house as somebody else does: reading only, for a while, on record. */
@Injectable()
export class LooksService implements OnModuleInit {
  private readonly remembered = new ShortMemory<Look | null>(rememberFor, mostRemembered);

  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly looks: Looks,
    private readonly standings: StandingService,
    private readonly people: PeopleService,
    private readonly mail: Mail,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.looks.register((id, by) => this.of(id, by));
  }

  /** The person hears of it by e-mail: who, and why. */
  begin(actor: Actor, personId: string, said: string) {
    if (actor.sessionKind !== 'browser') failLook('look.browser-only');
    return this.unit.run(actor, async (tx) => {
      await this.standings.refuseUnlessCoordinator(tx.manager, actor);
      const [reader] = await this.people.readersOf(tx.manager, [personId]);
      if (!reader) return failOrganisation('person.not-found');
      if (personId === actor.personId) return failLook('look.oneself');
      const reason = oneLine(said);
      if (reason === '') return failLook('look.reason-needed');
      await this.endAllBy(tx, actor.personId);
      const now = this.clock.now();
      const endsAt = new Date(now + lookLimits.minutes * 60_000);
      const id = newId();
      await tx.manager.insert(LookEntity, {
        ...{ id, coordinatorId: actor.personId, personId, sessionId: actor.sessionId, reason },
        ...{ begunAt: new Date(now), endsAt, endedAt: null },
      });
      await tx.events.append(lookBegun({ kind: 'person', id: personId }, { personId, lookId: id, reason }));
      const names = await this.people.namesOf([personId, actor.personId], tx.manager);
      const person = names.get(actor.personId)!.displayName;
      await this.mail.post(tx.manager, reader, looksEmail('look', reader.language, { person, reason }));
      return { id, personId, name: names.get(personId)!.displayName, endsAt: endsAt.toISOString() };
    });
  }

  /** By whoever looks. One that is over already is what was asked for. */
  end(actor: Actor, id: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      const found = await tx.manager.findOneBy(LookEntity, { id, coordinatorId: actor.personId });
      if (!found) return failLook('look.not-found');
      if (found.endedAt === null) await this.endThese(tx, [found]);
    });
  }

  /** As whom this session looks, by a look that is under way and that a coordinator began. */
  private of(
    id: string,
    by: { readonly personId: string; readonly sessionId: string },
  ): Promise<Look | null> {
    return this.remembered.get(`${id} ${by.sessionId}`, () => this.load(this.database.manager, id, by));
  }

  /** Who stops being a coordinator, or leaves, looks no longer; nobody looks as somebody who has left. */
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
  ): Promise<LookEntity[]> {
    return tx.findBy(LookEntity, {
      ...of,
      endedAt: IsNull(),
      endsAt: MoreThan(new Date(this.clock.now())),
    });
  }

  private async endThese(tx: Transaction, looks: readonly LookEntity[]): Promise<void> {
    for (const { id, personId } of looks) {
      const endedAt = new Date(this.clock.now());
      const ended = await tx.manager.update(LookEntity, { id, endedAt: IsNull() }, { endedAt });
      // Its own coordinator may have ended it at the same moment.
      if (ended.affected) await tx.events.append(lookEnded({ kind: 'look', id }, { personId }));
    }
  }

  private async load(
    tx: EntityManager,
    id: string,
    { personId: coordinatorId, sessionId }: { readonly personId: string; readonly sessionId: string },
  ): Promise<Look | null> {
    const endsAfter = MoreThan(new Date(this.clock.now()));
    const wanted = { id, coordinatorId, sessionId, endedAt: IsNull(), endsAt: endsAfter };
    const found = await tx.findOneBy(LookEntity, wanted);
    if (!found) return null;
    if (!isCoordinator(await this.standings.get(coordinatorId, tx))) return null;
    return { id, personId: found.personId, endsAt: found.endsAt.getTime() };
  }
}
