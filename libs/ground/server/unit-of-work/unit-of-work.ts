import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { Clock, standingsChangedBy, type Actor, type DomainEvent } from '@plenary/ground/kernel';
import { EventTail } from '../events/event-tail.js';
import { OutboxDispatcher } from '../events/outbox.dispatcher.js';
import { failGround } from '../http/ground.errors.js';
import { CommandReceiptEntity } from './command-receipt.entity.js';

/** Events written by one statement. */
const batch = 500;

/** One transaction: its queries, and the events that are written down with it. */
export interface Transaction {
  readonly manager: EntityManager;
  /** An event that changes the standing of people is preceded by `standing.changed`. */
  readonly events: {
    append(event: DomainEvent): Promise<void>;
    /** Many at once, told in this order: an act on thousands must not ask the database thousands of times. */
    appendAll(events: readonly DomainEvent[]): Promise<void>;
  };
}

/** Who a change is put down to; null for the system itself (seed, repair). */
export type UnitActor = Actor | null;

/**
 * Runs a use case in one transaction: state, events and the receipt of the command are committed together or
 * not at all. Listeners hear of the events after the commit; those of this process that hold things in memory
 * (`@OnEventEverywhere`) before the answer, so that whoever changed a thing finds it changed.
 */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly database: DataSource,
    private readonly outbox: OutboxDispatcher,
    private readonly tail: EventTail,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns what `work` returned, or, for a command that was carried out before, its first answer (as JSON gives
   *   it back). Throws `command.id-reused` when the same id comes with another request. Of two that wait for each other
   *   the database gives up one, with all it did: that one is done anew, once. So `work` does nothing but through `tx`.
   */
  async run<Answer>(actor: UnitActor, work: (tx: Transaction) => Promise<Answer>): Promise<Answer> {
    const done = await this.attempt(actor, work).catch((reason: unknown) => {
      if (!isDeadlock(reason)) throw reason;
      return this.attempt(actor, work);
    });
    if (done.events > 0) {
      this.outbox.poke();
      await this.tail.poke();
    }
    return done.answer;
  }

  private async attempt<Answer>(
    actor: UnitActor,
    work: (tx: Transaction) => Promise<Answer>,
  ): Promise<{ answer: Answer; events: number }> {
    let events = 0;
    const answer = await this.database.transaction(async (manager) => {
      const command = actor?.commandId ? { actor, id: actor.commandId } : null;
      if (command) {
        const earlier = await this.claim(manager, command.actor);
        if (earlier) return earlier.answer as Answer;
      }
      const said = new Set<string>();
      const appendAll = (given: readonly DomainEvent[]) => {
        // Before what brings it about: whoever hears of that meets nobody who remembers the standing before.
        const all = [...standingsChangedBy(given, said), ...given];
        events += all.length;
        return this.appendAll(manager, actor, all);
      };
      const done = await work({ manager, events: { append: (event) => appendAll([event]), appendAll } });
      if (command) await this.remember(manager, command.actor, done);
      return done;
    });
    return { answer, events };
  }

  /** Takes the command's id; a second arrival waits here until the first has committed. */
  private async claim(manager: EntityManager, actor: Actor): Promise<{ answer: unknown } | null> {
    const key = { personId: actor.personId, commandId: actor.commandId! };
    const digest = actor.commandDigest ?? '';
    const inserted = await manager
      .createQueryBuilder()
      .insert()
      .into(CommandReceiptEntity)
      .values({ ...key, digest, at: new Date(this.clock.now()) })
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

  /** Event and outbox row in one statement. Numbers are given in the order of the rows, which listeners rely on. */
  private async appendAll(
    manager: EntityManager,
    actor: UnitActor,
    events: readonly DomainEvent[],
  ): Promise<void> {
    const who = [actor?.personId ?? null, actor?.organisationId ?? null, new Date(this.clock.now())];
    for (let from = 0; from < events.length; from += batch) {
      await manager.query(
        `WITH written AS (
           INSERT INTO event_log
             (name, subject_kind, subject_id, payload, audience, actor_id, organisation_id, at)
           SELECT event->>'name', event->'subject'->>'kind', event->'subject'->>'id', event->'payload',
                  event->'audience', $2::uuid, $3::uuid, $4::timestamptz
             FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS given (event, place)
            ORDER BY place
           RETURNING id, at)
         INSERT INTO outbox (event_id, due_at) SELECT id, at FROM written`,
        [JSON.stringify(events.slice(from, from + batch)), ...who],
      );
    }
  }
}

/** PostgreSQL: deadlock_detected. */
const isDeadlock = (reason: unknown): boolean =>
  reason instanceof QueryFailedError && (reason.driverError as { code?: string }).code === '40P01';
