import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { systemClock, type Actor, type DomainEvent } from '@plenary/ground/kernel';
import { EventLogEntity } from '../events/event-log.entity.js';
import { EventTail } from '../events/event-tail.js';
import { OutboxDispatcher } from '../events/outbox.dispatcher.js';
import { OutboxEntity } from '../events/outbox.entity.js';
import { failGround } from '../http/ground.errors.js';
import { CommandReceiptEntity } from './command-receipt.entity.js';

/** One transaction: its queries, and the events that are written down with it. */
export interface Transaction {
  readonly manager: EntityManager;
  readonly events: { append(event: DomainEvent): Promise<void> };
}

/** Who a change is put down to; null for the system itself (seed, repair). */
export type UnitActor = Actor | null;

/**
 * Runs a use case in one transaction: state, events and the receipt of the command are committed together or
 * not at all. Listeners hear of the events after the commit.
 */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly database: DataSource,
    private readonly outbox: OutboxDispatcher,
    private readonly tail: EventTail,
  ) {}

  /**
   * @returns what `work` returned, or, for a command that was carried out before, its first answer (as JSON gives
   *   it back). Throws `command.id-reused` when the same id comes with another request. Of two that wait for each other
   *   the database gives up one, with all it did: that one is done anew, once. So `work` does nothing but through `tx`.
   */
  async run<Answer>(actor: UnitActor, work: (tx: Transaction) => Promise<Answer>): Promise<Answer> {
    const answer = await this.attempt(actor, work).catch((reason: unknown) => {
      if (!isDeadlock(reason)) throw reason;
      return this.attempt(actor, work);
    });
    this.tail.poke();
    this.outbox.poke();
    return answer;
  }

  private attempt<Answer>(actor: UnitActor, work: (tx: Transaction) => Promise<Answer>): Promise<Answer> {
    return this.database.transaction(async (manager) => {
      const command = actor?.commandId ? { actor, id: actor.commandId } : null;
      if (command) {
        const earlier = await this.claim(manager, command.actor);
        if (earlier) return earlier.answer as Answer;
      }
      const done = await work({ manager, events: { append: (event) => this.append(manager, actor, event) } });
      if (command) await this.remember(manager, command.actor, done);
      return done;
    });
  }

  /** Takes the command's id; a second arrival waits here until the first has committed. */
  private async claim(manager: EntityManager, actor: Actor): Promise<{ answer: unknown } | null> {
    const key = { personId: actor.personId, commandId: actor.commandId! };
    const digest = actor.commandDigest ?? '';
    const inserted = await manager
      .createQueryBuilder()
      .insert()
      .into(CommandReceiptEntity)
      .values({ ...key, digest, at: new Date(systemClock.now()) })
      .orIgnore()
      .returning('command_id')
      .execute();
    if ((inserted.raw as unknown[]).length > 0) return null;
    const earlier = await manager.findOneByOrFail(CommandReceiptEntity, key);
    if (earlier.digest !== digest) failGround('command.id-reused');
    return { answer: earlier.answer ?? undefined };
  }

  private async remember(manager: EntityManager, actor: Actor, answer: unknown): Promise<void> {
    const key = { personId: actor.personId, commandId: actor.commandId! };
    await manager.update(CommandReceiptEntity, key, { answer: (answer ?? null) as never });
  }

  private async append(manager: EntityManager, actor: UnitActor, event: DomainEvent): Promise<void> {
    const at = new Date(systemClock.now());
    const row = await manager.insert(EventLogEntity, {
      name: event.name,
      subjectKind: event.subject.kind,
      subjectId: event.subject.id,
      payload: event.payload,
      audience: event.audience,
      actorId: actor?.personId ?? null,
      organisationId: actor?.organisationId ?? null,
      at,
    });
    await manager.insert(OutboxEntity, { eventId: (row.identifiers[0] as { id: string }).id, dueAt: at });
  }
}

/** PostgreSQL: deadlock_detected. */
const isDeadlock = (reason: unknown): boolean =>
  reason instanceof QueryFailedError && (reason.driverError as { code?: string }).code === '40P01';
